package org.hikeshi.triage.access;

import static org.hikeshi.triage.access.CaseState.CLOSED;
import static org.hikeshi.triage.access.CaseState.CONFIRMED;
import static org.hikeshi.triage.access.CaseState.MERGED;
import static org.hikeshi.triage.access.CaseState.RECEIVED;
import static org.hikeshi.triage.access.CaseState.SCORED;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The acts on a case: who may do them, and in which states (issue "who may what"). Everything that
 * is not in this table is refused.
 */
public enum CaseAct {
    READ(Roles.ALL, RECEIVED, CONFIRMED, SCORED, CLOSED, MERGED),
    CONFIRM(Roles.OFFICE, RECEIVED, CONFIRMED, SCORED),
    SET_TEAM(Roles.OFFICE, RECEIVED, CONFIRMED, SCORED, CLOSED),
    ASSESS(Roles.OFFICE, CONFIRMED, SCORED),
    SCORE(Roles.OFFICE, CONFIRMED, SCORED),
    PLAN(Roles.OFFICE, SCORED),
    SET_DEADLINE(Roles.OFFICE, CONFIRMED, SCORED),
    MARK(Roles.OFFICE, RECEIVED, CONFIRMED, SCORED, CLOSED),
    MERGE(Roles.OFFICE, RECEIVED, CONFIRMED, SCORED),
    CLOSE(Roles.OFFICE, CONFIRMED, SCORED),
    /**
     * Closing as accepted risk or unsupported product, and declaring that a milestone will not
     * come.
     */
    ACCEPT_RISK(Roles.CISO, CONFIRMED, SCORED),
    WAIVE(Roles.CISO, SCORED),
    REOPEN(Roles.OFFICE, CLOSED),
    DECIDE_OBJECTION(Roles.OFFICE, CLOSED),
    ESCALATE(Roles.ON_THE_CASE, RECEIVED, CONFIRMED, SCORED, CLOSED),
    DECIDE_ESCALATION(Roles.CISO, RECEIVED, CONFIRMED, SCORED, CLOSED),
    /** Emergency access of somebody who may not see the case. */
    BREAK_GLASS(Roles.NEED_TO_KNOW, RECEIVED, CONFIRMED, SCORED, CLOSED, MERGED);

    /** Role names as people sign in with them. */
    public static final class Roles {
        public static final Set<String> OFFICE = Set.of("security-office");
        public static final Set<String> CISO = Set.of("ciso");
        public static final Set<String> ALL =
                Set.of(
                        "ciso",
                        "security-office",
                        "developer",
                        "qa",
                        "supply-chain",
                        "communications",
                        "legal",
                        "it-operations",
                        "auditor");
        static final Set<String> ON_THE_CASE =
                Set.copyOf(ALL.stream().filter(role -> !role.equals("auditor")).toList());

        /** Those who see no case but their own. */
        static final Set<String> NEED_TO_KNOW =
                Set.of(
                        "developer",
                        "qa",
                        "supply-chain",
                        "communications",
                        "legal",
                        "it-operations");

        private Roles() {}
    }

    private final Set<String> roles;
    private final Set<CaseState> states;

    CaseAct(Set<String> roles, CaseState... states) {
        this.roles = roles;
        this.states = EnumSet.copyOf(Arrays.asList(states));
    }

    /** Whether one of these roles may do it at all. */
    public boolean mayBeDoneBy(Set<String> held) {
        return held.stream().anyMatch(roles::contains);
    }

    /** Whether only those may do it who are on the case or see every one. */
    public boolean needsTeam() {
        return this != BREAK_GLASS;
    }

    /** Why it cannot be done in this state, as a fixed word; empty if it can. */
    public Optional<String> refusedIn(CaseState state) {
        if (states.contains(state)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (state) {
                    case RECEIVED ->
                            this == REOPEN || this == DECIDE_OBJECTION ? "open" : "not-confirmed";
                    case CONFIRMED ->
                            this == REOPEN || this == DECIDE_OBJECTION ? "open" : "not-scored";
                    case SCORED -> "open";
                    case CLOSED -> "closed";
                    case MERGED -> "merged";
                });
    }

    /** As in documents: {@code set-deadline}. */
    public String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The table as Markdown: act, roles, and per state {@code yes} or the reason why not. */
    public static String asMarkdown() {
        StringBuilder text =
                new StringBuilder(
                        "# A case: what may be done, by whom, when\n\nMade from `CaseAct` and `CaseState` of triage; a"
                                + " test compares them. A role that is not named, or a case outside the\nviewer's need to"
                                + " know, is answered 404; the right role in the wrong state 409 with the code given"
                                + " here.\n\n");
        List<String> states = Stream.of(CaseState.values()).map(CaseState::written).toList();
        text.append("| act | roles | ").append(String.join(" | ", states)).append(" |\n");
        text.append("|---|---|").append("---|".repeat(states.size())).append('\n');
        for (CaseAct act : values()) {
            String roles =
                    act.roles.equals(Roles.ALL)
                            ? "everybody on the case"
                            : String.join(", ", act.roles.stream().sorted().toList());
            text.append("| ").append(act.written()).append(" | ").append(roles).append(" |");
            for (CaseState state : CaseState.values()) {
                text.append(' ').append(act.refusedIn(state).orElse("yes")).append(" |");
            }
            text.append('\n');
        }
        return text.toString();
    }
}
