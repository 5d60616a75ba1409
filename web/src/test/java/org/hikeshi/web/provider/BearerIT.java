package org.hikeshi.web.provider;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which tokens open {@code /api}; whatever is wrong with one, the answer is the same. */
@QuarkusTest
@TestProfile(ConnectedProvider.class)
class BearerIT {

    private static final String API = "/api/v1/operations/web";

    private final ScriptedProvider provider = ConnectedProvider.provider();

    @BeforeEach
    void usual() {
        provider.tokensLive(300);
        provider.everybodyHas("it-operations", "offline_access");
    }

    private static ValidatableResponse with(String token) {
        return given().header("Authorization", "Bearer " + token).get(API).then();
    }

    private static void refused(String token) {
        with(token)
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", equalTo("Bearer realm=\"hikeshi\""));
    }

    @Test
    void aTokenWithTheRoleOpensAndOneWithoutFindsNothing() throws Exception {
        with(provider.signed(provider.claims())).statusCode(200);
        provider.everybodyHas("ciso");
        with(provider.signed(provider.claims())).statusCode(404).body("code", equalTo("not-found"));
        provider.everybodyHas("realm-admin", "administrator");
        with(provider.signed(provider.claims())).statusCode(401);
    }

    @Test
    void withoutTokenTheAnswerSaysWhatIsTaken() {
        given().get(API)
                .then()
                .statusCode(401)
                .body("code", equalTo("sign-in-needed"))
                .header("WWW-Authenticate", equalTo("Bearer realm=\"hikeshi\""));
    }

    @Test
    void anotherAudienceOrNoneIsRefused() throws Exception {
        JwtClaims claims = provider.claims();
        claims.setAudience("another-client");
        refused(provider.signed(claims));
        claims.unsetClaim("aud");
        refused(provider.signed(claims));
    }

    @Test
    void expiredForeignOrWithoutSubjectIsRefused() throws Exception {
        JwtClaims expired = provider.claims();
        expired.setExpirationTimeMinutesInTheFuture(-5);
        refused(provider.signed(expired));
        JwtClaims endless = provider.claims();
        endless.unsetClaim("exp");
        refused(provider.signed(endless));
        JwtClaims foreign = provider.claims();
        foreign.setIssuer("https://elsewhere.example");
        refused(provider.signed(foreign));
        JwtClaims nobody = provider.claims();
        nobody.unsetClaim("sub");
        refused(provider.signed(nobody));
    }

    @Test
    void anUnknownKeyIsRefusedUnderItsOwnNameAndUnderOurs() throws Exception {
        RsaJsonWebKey other = RsaJwkGenerator.generateJwk(2048);
        other.setKeyId("unknown");
        refused(ScriptedProvider.signed(provider.claims(), other));
        other.setKeyId(provider.key().getKeyId());
        refused(ScriptedProvider.signed(provider.claims(), other));
    }

    @Test
    void noSignatureAndAConfusedAlgorithmAreRefused() throws Exception {
        refused(unsigned("none"));
        refused(unsigned("None"));
        JsonWebSignature confused = new JsonWebSignature();
        confused.setPayload(provider.claims().toJson());
        confused.setKey(new HmacKey(provider.key().getPublicKey().getEncoded()));
        confused.setKeyIdHeaderValue(provider.key().getKeyId());
        confused.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        refused(confused.getCompactSerialization());
        String good = provider.signed(provider.claims());
        refused(good.substring(0, good.lastIndexOf('.') + 1));
        refused("opaque");
    }

    private String unsigned(String algorithm) {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        String header = "{\"alg\":\"" + algorithm + "\"}";
        return encoder.encodeToString(header.getBytes(StandardCharsets.UTF_8))
                + "."
                + encoder.encodeToString(
                        provider.claims().toJson().getBytes(StandardCharsets.UTF_8))
                + ".";
    }

    @Test
    void theTokenThatSignsAPersonInIsNoKeyToTheApi() throws Exception {
        for (Map.Entry<String, String> mark :
                List.of(
                        Map.entry("typ", "ID"),
                        Map.entry("nonce", "n"),
                        Map.entry("at_hash", "h"),
                        Map.entry("c_hash", "h"))) {
            JwtClaims id = provider.claims();
            id.setClaim(mark.getKey(), mark.getValue());
            refused(provider.signed(id));
        }
    }

    /* Renewed ones of some providers say no more than any other token for the same client. */
    @Test
    void norIsARenewedOneThatBearsNoMark() throws Exception {
        JwtClaims renewed = provider.unmarked();
        renewed.setClaim("azp", ScriptedProvider.CLIENT);
        renewed.setClaim("auth_time", 1_790_000_000L);
        renewed.setClaim("sid", "s");
        refused(provider.signed(renewed));
        refused(ScriptedProvider.signed(renewed, provider.key(), "ID+JWT"));
    }

    @Test
    void anAccessTokenSaysSoInOneOfTheUsualWays() throws Exception {
        for (Map.Entry<String, String> mark :
                List.of(
                        Map.entry("scope", "openid profile"),
                        Map.entry("scp", "desk"),
                        Map.entry("client_id", "a-program"),
                        Map.entry("typ", "Bearer"),
                        Map.entry("token_use", "access"))) {
            JwtClaims access = provider.unmarked();
            access.setClaim(mark.getKey(), mark.getValue());
            with(provider.signed(access)).statusCode(200);
        }
        for (String type : List.of("at+jwt", "application/at+jwt", "AT+JWT")) {
            with(ScriptedProvider.signed(provider.unmarked(), provider.key(), type))
                    .statusCode(200);
        }
    }

    @Test
    void aTokenOpensTheApiAndNoPage() throws Exception {
        String good = provider.signed(provider.claims());
        with(good).statusCode(200);
        given().redirects()
                .follow(false)
                .header("Authorization", "Bearer " + good)
                .get("/desk/operations")
                .then()
                .statusCode(303);
        given().header("Authorization", "Bearer " + good)
                .header("HX-Request", "true")
                .get("/desk/operations")
                .then()
                .statusCode(401);
    }

    @Test
    void aSubjectOfAnotherFormBecomesAStaffId() {
        assertThat(StaffToken.staffId(ScriptedProvider.PERSON)).isEqualTo(ScriptedProvider.PERSON);
        assertThat(StaffToken.staffId("auth0|5F7c8ec7c33c6c004bbafe82"))
                .matches("p-[0-9a-f]{40}")
                .isNotEqualTo(StaffToken.staffId("auth0|5f7c8ec7c33c6c004bbafe82"));
    }
}
