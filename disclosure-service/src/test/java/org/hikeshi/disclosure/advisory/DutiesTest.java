package org.hikeshi.disclosure.advisory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hikeshi.policy.Review;
import org.hikeshi.policy.Reviewing;
import org.hikeshi.policy.Role;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every state × action × role × own work, and the table that people read. */
class DutiesTest {
    private static final Path DOCUMENT = Path.of("../docs/states/advisory.md");

    private static final Review FULL =
            new Review(
                    "E5.2-text",
                    Role.SECURITY_OFFICE,
                    Map.of(
                            Reviewing.TECHNICAL,
                            Role.DEVELOPER,
                            Reviewing.QA,
                            Role.QA,
                            Reviewing.LEGAL,
                            Role.LEGAL),
                    Role.CISO,
                    Optional.empty(),
                    org.hikeshi.policy.Standing.PUBLISHED);

    /** What is allowed, written a second time and by hand: role → action → states. */
    private static final Map<AdvisoryAction, Set<Role>> WHO =
            Map.ofEntries(
                    Map.entry(AdvisoryAction.READ, without(Role.SUPPLY_CHAIN, Role.IT_OPERATIONS)),
                    Map.entry(AdvisoryAction.EDIT, EnumSet.of(Role.SECURITY_OFFICE)),
                    Map.entry(AdvisoryAction.REVIEW_TECHNICAL, EnumSet.of(Role.DEVELOPER)),
                    Map.entry(AdvisoryAction.REVIEW_QA, EnumSet.of(Role.QA)),
                    Map.entry(AdvisoryAction.REVIEW_LEGAL, EnumSet.of(Role.LEGAL)),
                    Map.entry(AdvisoryAction.APPROVE, EnumSet.of(Role.CISO)),
                    Map.entry(AdvisoryAction.SET_DATE, EnumSet.of(Role.SECURITY_OFFICE)),
                    Map.entry(AdvisoryAction.MOVE_DATE, EnumSet.of(Role.CISO)),
                    Map.entry(AdvisoryAction.HOLD, without(Role.AUDITOR)),
                    Map.entry(AdvisoryAction.RELEASE, EnumSet.of(Role.SECURITY_OFFICE, Role.CISO)),
                    Map.entry(AdvisoryAction.PUBLISH, EnumSet.of(Role.SECURITY_OFFICE, Role.CISO)),
                    Map.entry(AdvisoryAction.WITHDRAW, EnumSet.of(Role.CISO)));

    private static final Map<AdvisoryState, String> ALLOWED =
            Map.of(
                    AdvisoryState.DRAFT, "READ EDIT SET_DATE MOVE_DATE HOLD RELEASE",
                    AdvisoryState.IN_REVIEW,
                            "READ EDIT SET_DATE MOVE_DATE HOLD RELEASE REVIEW_TECHNICAL REVIEW_QA"
                                    + " REVIEW_LEGAL",
                    AdvisoryState.REVIEWED,
                            "READ EDIT SET_DATE MOVE_DATE HOLD RELEASE REVIEW_TECHNICAL REVIEW_QA"
                                    + " REVIEW_LEGAL APPROVE",
                    AdvisoryState.APPROVED, "READ EDIT SET_DATE MOVE_DATE HOLD RELEASE PUBLISH",
                    AdvisoryState.PUBLISHED, "READ EDIT WITHDRAW",
                    AdvisoryState.WITHDRAWN, "READ");

    private static final Set<String> JUDGING =
            Set.of("REVIEW_TECHNICAL", "REVIEW_QA", "REVIEW_LEGAL", "APPROVE");

    private static Set<Role> without(Role first, Role... others) {
        return EnumSet.complementOf(EnumSet.of(first, others));
    }

    @TestFactory
    Stream<DynamicTest> everyAttempt() {
        return Stream.of(AdvisoryState.values())
                .flatMap(
                        state ->
                                Stream.of(AdvisoryAction.values())
                                        .map(
                                                action ->
                                                        DynamicTest.dynamicTest(
                                                                state + " " + action,
                                                                () -> attempt(state, action))));
    }

    private static void attempt(AdvisoryState state, AdvisoryAction action) {
        for (Role role : Role.values()) {
            for (boolean wrote : new boolean[] {false, true}) {
                Verdict verdict = new Duties(FULL).judge(action, state, EnumSet.of(role), wrote);
                assertThat(verdict)
                        .as("%s %s %s %s", state, action, role, wrote)
                        .satisfies(v -> expected(v, state, action, role, wrote));
            }
        }
    }

    private static void expected(
            Verdict verdict, AdvisoryState state, AdvisoryAction action, Role role, boolean wrote) {
        boolean mayEver = WHO.getOrDefault(action, Set.of()).contains(role);
        boolean now = List.of(ALLOWED.getOrDefault(state, "").split(" ")).contains(action.name());
        boolean own = wrote && JUDGING.contains(action.name());
        if (!mayEver) {
            assertThat(verdict).isInstanceOf(Verdict.Absent.class);
        } else if (!now) {
            assertThat(verdict).isInstanceOf(Verdict.Refused.class);
            assertThat(((Verdict.Refused) verdict).reason()).isNotEqualTo("own-work");
        } else if (own) {
            assertThat(verdict).isEqualTo(new Verdict.Refused("own-work"));
        } else {
            assertThat(verdict).isInstanceOf(Verdict.Allowed.class);
        }
    }

    @Test
    void aReviewThePolicyDoesNotAskForIsNobodysDuty() {
        Review none =
                new Review(
                        "A",
                        Role.SECURITY_OFFICE,
                        Map.of(),
                        Role.CISO,
                        Optional.empty(),
                        org.hikeshi.policy.Standing.PUBLISHED);
        for (Role role : Role.values()) {
            assertThat(
                            new Duties(none)
                                    .judge(
                                            AdvisoryAction.REVIEW_LEGAL,
                                            AdvisoryState.IN_REVIEW,
                                            EnumSet.of(role),
                                            false))
                    .isInstanceOf(Verdict.Absent.class);
        }
        assertThat(AdvisoryState.of(new Standing(true, Set.of(), Set.of(), false, false, 0, false)))
                .isEqualTo(AdvisoryState.REVIEWED);
    }

    @Test
    void theStateFollowsFromWhatIsOnRecord() {
        Set<Reviewing> all = EnumSet.allOf(Reviewing.class);
        assertThat(state(false, Set.of(), false, false, false)).isEqualTo(AdvisoryState.DRAFT);
        assertThat(state(true, Set.of(Reviewing.QA), false, false, false))
                .isEqualTo(AdvisoryState.IN_REVIEW);
        assertThat(state(true, all, false, false, false)).isEqualTo(AdvisoryState.REVIEWED);
        assertThat(state(true, all, true, false, false)).isEqualTo(AdvisoryState.APPROVED);
        assertThat(state(true, all, true, true, false)).isEqualTo(AdvisoryState.PUBLISHED);
        assertThat(state(true, all, true, true, true)).isEqualTo(AdvisoryState.WITHDRAWN);
        assertThat(state(false, all, true, false, false))
                .as("an approved text that lost a wished credit is a draft again")
                .isEqualTo(AdvisoryState.DRAFT);
    }

    private static AdvisoryState state(
            boolean complete,
            Set<Reviewing> accepted,
            boolean approved,
            boolean published,
            boolean withdrawn) {
        return AdvisoryState.of(
                new Standing(
                        complete,
                        EnumSet.allOf(Reviewing.class),
                        accepted,
                        approved,
                        published,
                        published ? 1 : 0,
                        withdrawn));
    }

    @Test
    void thePageAboutStatesSaysWhatTheCodeDoes() throws IOException {
        String written = document();
        if (Boolean.getBoolean("hikeshi.write-docs")) {
            Files.createDirectories(DOCUMENT.getParent());
            Files.writeString(DOCUMENT, written);
        }
        assertThat(DOCUMENT).hasContent(written);
    }

    private static String document() {
        var page = new StringBuilder();
        page.append("# Advisory and notice\n\n")
                .append("Generated from `AdvisoryState` and `Duties`; do not edit. ")
                .append("The state is computed from what is on record about the present text:\n\n")
                .append("```mermaid\nstateDiagram-v2\n")
                .append("    [*] --> DRAFT\n")
                .append("    DRAFT --> IN_REVIEW: nothing missing\n")
                .append("    IN_REVIEW --> REVIEWED: all reviews say yes\n")
                .append("    REVIEWED --> IN_REVIEW: a reviewer asks for changes\n")
                .append("    REVIEWED --> APPROVED: approved\n")
                .append("    APPROVED --> PUBLISHED: due\n")
                .append("    PUBLISHED --> DRAFT: edited (a revision)\n")
                .append("    IN_REVIEW --> DRAFT: edited\n")
                .append("    REVIEWED --> DRAFT: edited\n")
                .append("    APPROVED --> DRAFT: edited\n")
                .append("    PUBLISHED --> WITHDRAWN: withdrawn\n")
                .append("```\n\nIn each cell: who may, or why not.\n\n| action | roles |");
        for (AdvisoryState state : AdvisoryState.values()) {
            page.append(' ').append(state).append(" |");
        }
        page.append("\n|---|---|")
                .append("---|".repeat(AdvisoryState.values().length))
                .append('\n');
        Duties duties = new Duties(FULL);
        for (AdvisoryAction action : AdvisoryAction.values()) {
            Set<String> roles = new TreeSet<>();
            duties.rolesFor(action).forEach(role -> roles.add(Duties.written(role)));
            page.append("| ").append(action).append(" | ").append(String.join(", ", roles));
            page.append(" |");
            for (AdvisoryState state : AdvisoryState.values()) {
                page.append(' ').append(cell(duties, action, state)).append(" |");
            }
            page.append('\n');
        }
        return page.append("\nNobody judges a text they wrote in: `own-work`. ")
                .append("Any other role: 404.\n")
                .toString();
    }

    private static String cell(Duties duties, AdvisoryAction action, AdvisoryState state) {
        return switch (duties.judge(action, state, EnumSet.allOf(Role.class), false)) {
            case Verdict.Allowed() -> "yes";
            case Verdict.Absent() -> "–";
            case Verdict.Refused(String reason) -> "`" + reason + "`";
        };
    }
}
