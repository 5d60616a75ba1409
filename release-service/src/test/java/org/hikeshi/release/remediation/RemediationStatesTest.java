package org.hikeshi.release.remediation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hikeshi.policy.Gate;
import org.hikeshi.policy.GateName;
import org.hikeshi.policy.RemedyKind;
import org.hikeshi.policy.Role;
import org.hikeshi.policy.Standing;
import org.hikeshi.release.Actor;
import org.junit.jupiter.api.Test;

/** Every state × action × role, against a table written down here by hand. */
class RemediationStatesTest {
    private static final Path DOCUMENT = Path.of("../docs/states/remediation.md");

    private static final GateStanding GATES =
            new GateStanding(
                    List.of(
                            gate(GateName.SECURITY_REVIEW, Role.DEVELOPER),
                            gate(GateName.QA_REGRESSION, Role.QA),
                            gate(GateName.SIGNATURE, Role.QA),
                            gate(GateName.CHANNEL, Role.IT_OPERATIONS)),
                    Set.of());

    /** Who may, and in which states; all others: absent, or refused. */
    private record Right(Set<String> roles, Set<RemediationState> states, boolean notOwnWork) {}

    private static Map<RemediationAction, Right> table() {
        Set<RemediationState> any = states("OPEN", "REVIEWED", "SIGNED", "CHECKED", "VERIFIED");
        Map<RemediationAction, Right> table = new EnumMap<>(RemediationAction.class);
        table.put(RemediationAction.EDIT, new Right(Set.of("developer"), any, false));
        table.put(RemediationAction.UPLOAD, new Right(Set.of("developer"), any, false));
        table.put(RemediationAction.DRAFT_TEXT, new Right(Set.of("security-office"), any, false));
        table.put(RemediationAction.APPROVE_TEXT, new Right(Set.of("ciso"), any, true));
        table.put(RemediationAction.REVIEW_SECURITY, new Right(Set.of("developer"), any, true));
        table.put(RemediationAction.TEST_REGRESSION, new Right(Set.of("qa"), any, true));
        table.put(
                RemediationAction.SIGN,
                new Right(Set.of("it-operations"), states("REVIEWED"), true));
        table.put(
                RemediationAction.VERIFY_SIGNATURE,
                new Right(Set.of("qa"), states("SIGNED", "CHECKED", "VERIFIED"), true));
        table.put(
                RemediationAction.CHECK_CHANNEL,
                new Right(Set.of("it-operations"), states("CHECKED", "VERIFIED"), true));
        table.put(
                RemediationAction.RELEASE,
                new Right(Set.of("developer", "security-office"), states("VERIFIED"), false));
        return table;
    }

    private static Set<RemediationState> states(String... names) {
        return Arrays.stream(names).map(RemediationState::valueOf).collect(Collectors.toSet());
    }

    private static Gate gate(GateName name, Role by) {
        return new Gate(
                name,
                List.of(RemedyKind.MITIGATION, RemedyKind.FIX),
                by,
                false,
                "3.4",
                Standing.PUBLISHED);
    }

    @Test
    void everyStateActionAndRole() {
        int tried = 0;
        for (RemediationAction action : RemediationAction.values()) {
            Right right = java.util.Objects.requireNonNull(table().get(action));
            for (RemediationState state : RemediationState.values()) {
                for (Role role : Role.values()) {
                    for (boolean author : new boolean[] {false, true}) {
                        check(action, right, state, role, author);
                        tried++;
                    }
                }
            }
        }
        assertThat(tried).isEqualTo(10 * 6 * 9 * 2);
    }

    private static void check(
            RemediationAction action,
            Right right,
            RemediationState state,
            Role role,
            boolean author) {
        var standing =
                new org.hikeshi.release.remediation.Standing(state, GATES, Role.CISO, true, author);
        String name = Actor.name(role);
        String said = "%s in %s by %s%s".formatted(action, state, name, author ? ", author" : "");
        assertThat(standing.lets(action, new Actor("somebody", Set.of(name))))
                .as(said)
                .isEqualTo(right.roles().contains(name));
        boolean possible = right.states().contains(state) && !(author && right.notOwnWork());
        assertThat(standing.refuses(action).isEmpty()).as(said).isEqualTo(possible);
    }

    @Test
    void aDeveloperOfAnotherProductHasNoPartInIt() {
        var standing =
                new org.hikeshi.release.remediation.Standing(
                        RemediationState.VERIFIED, GATES, Role.CISO, false, false);
        Actor developer = new Actor("developer-2", Set.of("developer"));
        assertThat(standing.lets(RemediationAction.EDIT, developer)).isFalse();
        assertThat(standing.lets(RemediationAction.UPLOAD, developer)).isFalse();
        assertThat(standing.lets(RemediationAction.RELEASE, developer)).isFalse();
        assertThat(standing.lets(RemediationAction.REVIEW_SECURITY, developer)).isTrue();
    }

    @Test
    void aGateThePolicyDoesNotAskForCannotBeDecided() {
        var standing =
                new org.hikeshi.release.remediation.Standing(
                        RemediationState.VERIFIED,
                        new GateStanding(List.of(), Set.of()),
                        Role.CISO,
                        true,
                        false);
        assertThat(standing.refuses(RemediationAction.CHECK_CHANNEL))
                .contains(Refusal.GATE_NOT_ASKED);
    }

    @Test
    void stateIsAFunctionOfGatesAndSignatures() {
        assertThat(GATES.state(true, false)).isEqualTo(RemediationState.OPEN);
        assertThat(passed(GateName.SECURITY_REVIEW).state(true, false))
                .isEqualTo(RemediationState.OPEN);
        GateStanding reviewed = passed(GateName.SECURITY_REVIEW, GateName.QA_REGRESSION);
        assertThat(reviewed.state(false, false)).isEqualTo(RemediationState.REVIEWED);
        assertThat(reviewed.state(true, false)).isEqualTo(RemediationState.SIGNED);
        GateStanding all = passed(GateName.values());
        assertThat(all.state(true, false)).isEqualTo(RemediationState.VERIFIED);
        assertThat(all.state(false, false)).isEqualTo(RemediationState.REVIEWED);
        assertThat(GATES.state(false, true)).isEqualTo(RemediationState.RELEASED);
        assertThat(new GateStanding(List.of(), Set.of()).state(true, false))
                .isEqualTo(RemediationState.VERIFIED);
    }

    private static GateStanding passed(GateName... gates) {
        return new GateStanding(GATES.asked(), Set.of(gates));
    }

    @Test
    void theDocumentSaysWhatTheCodeDoes() throws IOException {
        String now = document();
        if (Boolean.getBoolean("hikeshi.write-docs")) {
            Files.writeString(DOCUMENT, now);
        }
        assertThat(Files.readString(DOCUMENT)).isEqualTo(now);
    }

    private static String document() {
        StringBuilder text =
                new StringBuilder(
                        """
                        # States of a remediation

                        Made from `RemediationAction` in `release-service` by its test. A state is computed from gates passed and
                        signatures made for the present content, never set; an edit or upload makes another content, which starts at
                        `open`. `✔` possible, else the code of the refusal. Roles of gates are the policy's.

                        """);
        text.append("| action |");
        for (RemediationState state : RemediationState.values()) {
            text.append(' ').append(RemediationAnswer.written(state)).append(" |");
        }
        text.append(" roles | not own work |\n|---|---|---|---|---|---|---|---|---|\n");
        for (RemediationAction action : RemediationAction.values()) {
            text.append("| ").append(RemediationAnswer.written(action)).append(" |");
            for (RemediationState state : RemediationState.values()) {
                Optional<Refusal> refusal = action.refusedIn(state);
                text.append(' ').append(refusal.map(Refusal::code).orElse("✔")).append(" |");
            }
            String roles =
                    action.roles().isEmpty()
                            ? "policy"
                            : action.roles().stream().sorted().collect(Collectors.joining(", "));
            text.append(' ').append(roles).append(" | ");
            text.append(action.ofAnother() ? "✔" : "–").append(" |\n");
        }
        return text.toString();
    }
}
