package org.hikeshi.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hikeshi.trust.TokenVerdict.Accepted;
import org.hikeshi.trust.TokenVerdict.Reason;
import org.hikeshi.trust.TokenVerdict.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceTokensTest {

    private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");

    private final SigningKey notifierKey = SigningKey.generate("notifier-1");
    private final SigningKey intakeKey = SigningKey.generate("intake-1");
    private final KeyDirectory directory =
            KeyDirectory.of(List.of(entry(notifierKey, "notifier"), entry(intakeKey, "intake")));
    private final ServiceTokens notifier = tokens("notifier", notifierKey, NOW);

    @Test
    void aGoodTokenIsAcceptedOnce() {
        ServiceTokens intake = tokens("intake", intakeKey, NOW);
        String token = notifier.issue("intake");
        assertThat(intake.check(token, "intake"))
                .isInstanceOfSatisfying(
                        Accepted.class, one -> assertThat(one.service()).isEqualTo("notifier"));
        assertThat(intake.check(token, "intake")).isEqualTo(new Rejected(Reason.REPLAYED));
        assertThat(intake.check(notifier.issue("intake"), "intake")).isInstanceOf(Accepted.class);
    }

    @Test
    void ofManyAtOnceOneIsAccepted() throws Exception {
        ServiceTokens intake = tokens("intake", intakeKey, NOW);
        String token = notifier.issue("intake");
        List<Callable<TokenVerdict>> calls = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            calls.add(() -> intake.check(token, "intake"));
        }
        int accepted = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<TokenVerdict> verdict : threads.invokeAll(calls)) {
                accepted += verdict.get() instanceof Accepted ? 1 : 0;
            }
        }
        assertThat(accepted).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"-11, EXPIRED", "-10, ", "0, ", "59, ", "69, ", "70, EXPIRED", "100000, EXPIRED"})
    void aTokenLivesAMinute(long secondsLater, Reason objection) {
        TokenVerdict verdict =
                tokens("intake", intakeKey, NOW.plusSeconds(secondsLater))
                        .check(notifier.issue("intake"), "intake");
        if (objection == null) {
            assertThat(verdict).isInstanceOf(Accepted.class);
        } else {
            assertThat(verdict).isEqualTo(new Rejected(objection));
        }
    }

    @Test
    void aTokenForAnotherIsRefused() {
        assertThat(check(notifier.issue("release"))).isEqualTo(Reason.WRONG_AUDIENCE);
    }

    @Test
    void noOtherAlgorithmIsSpoken() {
        String[] parts = notifier.issue("intake").split("\\.");
        for (String alg : List.of("none", "None", "HS256", "RS256", "eddsa", "ES256", "")) {
            String header = part("{\"alg\":\"" + alg + "\",\"kid\":\"notifier-1\"}");
            assertThat(check(header + "." + parts[1] + "." + parts[2]))
                    .isEqualTo(Reason.WRONG_ALGORITHM);
            assertThat(check(header + "." + parts[1] + ".")).isEqualTo(Reason.WRONG_ALGORITHM);
        }
    }

    @Test
    void nobodySpeaksForAnother() {
        String forged = signed(intakeKey, "intake-1", claims("notifier", 0, 60));
        assertThat(check(forged)).isEqualTo(Reason.KEY_NOT_VALID);
        assertThat(check(signed(intakeKey, "notifier-1", claims("notifier", 0, 60))))
                .isEqualTo(Reason.BAD_SIGNATURE);
        assertThat(check(signed(intakeKey, "unknown-1", claims("notifier", 0, 60))))
                .isEqualTo(Reason.UNKNOWN_KEY);
    }

    @Test
    void noTokenGrantsItselfALongerLife() {
        assertThat(check(signed(notifierKey, "notifier-1", claims("notifier", 0, 61))))
                .isEqualTo(Reason.EXPIRED);
        assertThat(check(signed(notifierKey, "notifier-1", claims("notifier", 0, 0))))
                .isEqualTo(Reason.EXPIRED);
        assertThat(check(signed(notifierKey, "notifier-1", claims("notifier", 60, 0))))
                .isEqualTo(Reason.EXPIRED);
        assertThat(check(signed(notifierKey, "notifier-1", claims("notifier", 0, 60)))).isNull();
    }

    @Test
    void aRetiredKeyOpensNoDoor() {
        KeyEntry retired = entry(notifierKey, "notifier").retiredAt(NOW);
        ServiceTokens intake =
                new ServiceTokens(
                        new ServiceIdentity("intake", intakeKey, KeyDirectory.of(List.of(retired))),
                        Clock.fixed(NOW, ZoneOffset.UTC));
        assertThat(intake.check(notifier.issue("intake"), "intake"))
                .isEqualTo(new Rejected(Reason.KEY_NOT_VALID));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "...",
                "a.b.c",
                "e30.e30.",
                "bnVsbA.bnVsbA.AA",
                "W10.W10.AA",
                "💥.💥.💥"
            })
    void whatIsNoTokenIsMalformed(String token) {
        assertThat(check(token)).isEqualTo(Reason.MALFORMED);
    }

    @Test
    void anEndlessTokenIsMalformed() {
        assertThat(check("a".repeat(10_000_000))).isEqualTo(Reason.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"sub\":\"notifier\",\"aud\":\"intake\",\"jti\":\"1\",\"iat\":1e3,\"exp\":1}",
                "{\"sub\":\"notifier\",\"aud\":[\"intake\"],\"jti\":\"1\",\"iat\":1,\"exp\":2}",
                "{\"sub\":\"notifier\",\"aud\":\"intake\",\"jti\":1,\"iat\":1,\"exp\":2}",
                "{\"sub\":\"notifier\",\"aud\":\"intake\",\"jti\":\"1\",\"iat\":-1,\"exp\":2}",
                "{\"sub\":\"notifier\",\"aud\":\"intake\",\"jti\":\"1\",\"iat\":1,\"exp\":9223372036854775807}",
                "{\"sub\":\"notifier\",\"sub\":\"intake\",\"aud\":\"intake\",\"jti\":\"1\",\"iat\":1,\"exp\":2}",
                "{\"sub\":\"notifier\",\"aud\":\"intake\",\"jti\":\"1\",\"iat\":1,\"exp\":2} {}"
            })
    void claimsOfAnotherShapeAreMalformed(String claims) {
        assertThat(check(signed(notifierKey, "notifier-1", claims))).isEqualTo(Reason.MALFORMED);
    }

    /** Every changed character is refused; only the unused bits of the last one carry nothing. */
    @Test
    void anyChangedCharacterIsRefused() {
        Random random = new Random(14);
        String token = notifier.issue("intake");
        for (int at = 0; at < token.length() - 1; at++) {
            char other = (char) (33 + random.nextInt(94));
            if (other != token.charAt(at)) {
                String changed = token.substring(0, at) + other + token.substring(at + 1);
                assertThat(check(changed)).as("at " + at).isNotNull();
            }
        }
        assertThat(check(token)).isNull();
    }

    @Test
    void spentTokensAreForgottenWhenTheyAreOld() {
        SpentTokens spent = new SpentTokens();
        for (int i = 0; i < 100_000; i++) {
            Instant now = NOW.plusSeconds(i);
            assertThat(spent.spend("t" + i, now.plusSeconds(70), now)).isTrue();
            assertThat(spent.spend("t" + i, now.plusSeconds(70), now)).isFalse();
        }
        assertThat(spent.size()).isLessThan(2_000);
    }

    /** The objection, null if there is none. */
    private @org.jspecify.annotations.Nullable Reason check(String token) {
        return switch (tokens("intake", intakeKey, NOW).check(token, "intake")) {
            case Accepted _ -> null;
            case Rejected rejected -> rejected.reason();
        };
    }

    private ServiceTokens tokens(String service, SigningKey key, Instant now) {
        return new ServiceTokens(
                new ServiceIdentity(service, key, directory), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static KeyEntry entry(SigningKey key, String service) {
        return new KeyEntry(
                key.kid(), service, key.publicKey(), NOW.minusSeconds(86_400), null, null);
    }

    private static String claims(String sub, long iat, long exp) {
        long now = NOW.getEpochSecond();
        return "{\"sub\":\"%s\",\"aud\":\"intake\",\"jti\":\"j\",\"iat\":%d,\"exp\":%d}"
                .formatted(sub, now + iat, now + exp);
    }

    private static String signed(SigningKey key, String kid, String claims) {
        String signed = part("{\"alg\":\"EdDSA\",\"kid\":\"" + kid + "\"}") + "." + part(claims);
        return signed + "." + base64(key.sign(signed.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String part(String json) {
        return base64(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
