package org.hikeshi.triage.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state × act × role, against the table as people agreed on it. */
class CaseActTest {
    /* r c s d m: received, confirmed, scored, closed, merged; a dot is a refusal. */
    private static final Map<CaseAct, String> STATES = new EnumMap<>(CaseAct.class);
    private static final Map<CaseAct, Set<String>> ROLES = new EnumMap<>(CaseAct.class);

    static {
        Set<String> office = Set.of("security-office");
        Set<String> ciso = Set.of("ciso");
        Set<String> all = CaseAct.Roles.ALL;
        row(CaseAct.READ, "rcsdm", all);
        row(CaseAct.CONFIRM, "rcs..", office);
        row(CaseAct.SET_TEAM, "rcsd.", office);
        row(CaseAct.ASSESS, ".cs..", office);
        row(CaseAct.SCORE, ".cs..", office);
        row(CaseAct.PLAN, "..s..", office);
        row(CaseAct.SET_DEADLINE, ".cs..", office);
        row(CaseAct.MARK, "rcsd.", office);
        row(CaseAct.MERGE, "rcs..", office);
        row(CaseAct.CLOSE, ".cs..", office);
        row(CaseAct.ACCEPT_RISK, ".cs..", ciso);
        row(CaseAct.WAIVE, "..s..", ciso);
        row(CaseAct.REOPEN, "...d.", office);
        row(CaseAct.DECIDE_OBJECTION, "...d.", office);
        row(
                CaseAct.ESCALATE,
                "rcsd.",
                Set.of(
                        "ciso",
                        "security-office",
                        "developer",
                        "qa",
                        "supply-chain",
                        "communications",
                        "legal",
                        "it-operations"));
        row(CaseAct.DECIDE_ESCALATION, "rcsd.", ciso);
        row(
                CaseAct.BREAK_GLASS,
                "rcsdm",
                Set.of(
                        "developer",
                        "qa",
                        "supply-chain",
                        "communications",
                        "legal",
                        "it-operations"));
    }

    private static void row(CaseAct act, String states, Set<String> roles) {
        STATES.put(act, states);
        ROLES.put(act, roles);
    }

    static Stream<CaseAct> acts() {
        return Stream.of(CaseAct.values());
    }

    @ParameterizedTest
    @MethodSource("acts")
    void everyStateAndRole(CaseAct act) {
        for (CaseState state : CaseState.values()) {
            boolean allowed = STATES.getOrDefault(act, ".....").charAt(state.ordinal()) != '.';
            assertThat(act.refusedIn(state).isEmpty())
                    .as("%s in %s", act, state)
                    .isEqualTo(allowed);
        }
        for (String role : CaseAct.Roles.ALL) {
            assertThat(act.mayBeDoneBy(Set.of(role)))
                    .as("%s by %s", act, role)
                    .isEqualTo(ROLES.getOrDefault(act, Set.of()).contains(role));
        }
        assertThat(act.mayBeDoneBy(Set.of("visitor"))).isFalse();
    }

    /** {@code -Dhikeshi.write-docs=true} writes it. */
    @Test
    void theDocumentSaysWhatTheCodeDoes() throws IOException {
        Path document = Path.of("..", "docs", "states", "case.md");
        if (Boolean.getBoolean("hikeshi.write-docs")) {
            Files.createDirectories(document.getParent());
            Files.writeString(document, CaseAct.asMarkdown());
        }
        assertThat(document).hasContent(CaseAct.asMarkdown());
    }
}
