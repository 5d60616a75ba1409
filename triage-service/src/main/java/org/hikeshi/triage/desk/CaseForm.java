package org.hikeshi.triage.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hikeshi.triage.access.CaseAct;
import org.hikeshi.triage.casework.Person;
import org.hikeshi.triage.standing.CaseStanding;

/** The forms of the desk, one per step of a case. Their labels are {@code desk.field.<name>}. */
enum CaseForm {
    CONFIRMATION(CaseAct.CONFIRM),
    ASSESSMENT(
            CaseAct.ASSESS,
            Field.text("title"),
            Field.text("cvss31"),
            Field.select("severity", "", "critical", "high", "medium", "low", "none"),
            Field.text("justification"),
            Field.text("cwe"),
            Field.product("product"),
            Field.text("versions"),
            Field.select("exploitation", "", "unknown", "none", "proof-of-concept", "active"),
            Field.factors("factors"),
            Field.prose("findings").needed(),
            Field.prose("findingsEn"),
            Field.prose("notes"),
            Field.prose("reason")),
    TEAM(CaseAct.SET_TEAM, Field.prose("members").needed()),
    PLAN(
            CaseAct.PLAN,
            Field.text("deliverable").needed(),
            Field.text("owner"),
            Field.prose("summary"),
            Field.select("warnBy", "", "SA", "SN"),
            Field.instant("fixBy")),
    DEADLINE(
            CaseAct.SET_DEADLINE,
            Field.select("clock", "mitigation", "fix", "publication", "result", "timeline"),
            Field.instant("dueAt").needed(),
            Field.prose("reason").needed(),
            Field.prose("reasonEn")),
    MARK(
            CaseAct.MARK,
            Field.select("mark", "exploited", "public", "leaked"),
            Field.prose("evidence").needed()),
    ESCALATION(
            CaseAct.ESCALATE,
            Field.select("reason", "person", "legal"),
            Field.prose("question").needed()),
    DECISION(
            CaseAct.DECIDE_ESCALATION,
            Field.select("decision", "acknowledged", "go-on", "publish-early", "defer"),
            Field.instant("until"),
            Field.prose("reason")),
    CLOSURE(
            CaseAct.CLOSE,
            Field.select(
                    "reason",
                    "resolved",
                    "duplicate",
                    "known",
                    "not-reproducible",
                    "not-a-vulnerability",
                    "out-of-scope",
                    "spam",
                    "passed-to-supplier",
                    "insufficient-information",
                    "withdrawn"),
            Field.text("duplicateOf"),
            Field.prose("explanation").needed(),
            Field.prose("explanationEn")),
    ACCEPTANCE(
            CaseAct.ACCEPT_RISK,
            Field.select("reason", "risk-accepted", "unsupported"),
            Field.prose("explanation").needed(),
            Field.prose("explanationEn")),
    WAIVER(
            CaseAct.WAIVE,
            Field.select(
                    "milestone",
                    "mitigated",
                    "patch-ready",
                    "distributing",
                    "distributed",
                    "disclosed"),
            Field.prose("reason").needed()),
    REOPENING(
            CaseAct.REOPEN,
            Field.select("reason", "our-error", "new-evidence", "not-fixed", "objection"),
            Field.prose("explanation").needed(),
            Field.prose("explanationEn")),
    OBJECTION(
            CaseAct.DECIDE_OBJECTION,
            Field.select("outcome", "reopened", "upheld"),
            Field.prose("explanation").needed(),
            Field.prose("explanationEn"));

    private final CaseAct act;
    private final List<Field> fields;

    CaseForm(CaseAct act, Field... fields) {
        this.act = act;
        this.fields = List.of(fields);
    }

    /**
     * One field of a form.
     *
     * @param kind {@code text}, {@code prose}, {@code select}, {@code product}, {@code factors} or
     *     {@code instant}
     */
    public record Field(String name, String kind, boolean required, List<String> choices) {
        static Field text(String name) {
            return new Field(name, "text", false, List.of());
        }

        static Field prose(String name) {
            return new Field(name, "prose", false, List.of());
        }

        static Field instant(String name) {
            return new Field(name, "instant", false, List.of());
        }

        static Field product(String name) {
            return new Field(name, "product", false, List.of());
        }

        static Field factors(String name) {
            return new Field(name, "factors", false, List.of());
        }

        static Field select(String name, String... choices) {
            return new Field(name, "select", false, List.of(choices));
        }

        Field needed() {
            return new Field(name, kind, true, choices);
        }
    }

    List<Field> fields() {
        return fields;
    }

    CaseAct act() {
        return act;
    }

    /** As in its address. */
    String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<CaseForm> parse(String written) {
        return Arrays.stream(values()).filter(form -> form.written().equals(written)).findFirst();
    }

    /** Those whose act this person may do now: nobody sees a form that will be refused. */
    static List<CaseForm> possible(CaseStanding standing, Person person) {
        return Arrays.stream(values())
                .filter(form -> form.act.mayBeDoneBy(person.roles()))
                .filter(form -> form.act.refusedIn(standing.state()).isEmpty())
                .filter(form -> form.isAsked(standing))
                .toList();
    }

    private boolean isAsked(CaseStanding standing) {
        return switch (this) {
            case DECISION -> !standing.openEscalations().isEmpty();
            case OBJECTION -> !standing.openObjections().isEmpty();
            case CONFIRMATION,
                    ASSESSMENT,
                    TEAM,
                    PLAN,
                    DEADLINE,
                    MARK,
                    ESCALATION,
                    CLOSURE,
                    ACCEPTANCE,
                    WAIVER,
                    REOPENING ->
                    true;
        };
    }

    /** Where the next action is done, if it is done here. */
    static Optional<CaseForm> forAction(String code) {
        return switch (code) {
            case "confirm-report" -> Optional.of(CONFIRMATION);
            case "assess", "name-products" -> Optional.of(ASSESSMENT);
            case "escalation-decision" -> Optional.of(DECISION);
            case "close-case" -> Optional.of(CLOSURE);
            case "objection" -> Optional.of(OBJECTION);
            default -> Optional.empty();
        };
    }
}
