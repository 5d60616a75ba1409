package org.hikeshi.triage.escalation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.hikeshi.events.CaseClock;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.CaseMark;
import org.hikeshi.events.CaseMarked;
import org.hikeshi.events.ClockBreached;
import org.hikeshi.events.Escalated;
import org.hikeshi.events.EscalationDecided;
import org.hikeshi.events.EscalationDecision;
import org.hikeshi.events.EscalationId;
import org.hikeshi.events.EscalationReason;
import org.hikeshi.events.Scored;
import org.hikeshi.events.Severity;
import org.hikeshi.policy.Policy;
import org.hikeshi.policy.Trigger;
import org.hikeshi.triage.facts.CaseFacts;
import org.hikeshi.triage.facts.DeskFact;

/** Which questions to the CISO a case's facts call for, and which are open. Pure. */
public final class Escalations {
    private Escalations() {}

    /** What has to be asked and was not yet; said at {@code now}. */
    public static List<Escalated> owed(CaseId caseId, CaseFacts facts, Policy policy, Instant now) {
        List<Escalated> all = new ArrayList<>();
        policy.escalation().stream()
                .flatMap(rule -> rule.when().stream())
                .forEach(trigger -> causes(trigger, caseId, facts, now, all));
        List<EscalationId> asked = facts.all(Escalated.class).map(Escalated::id).toList();
        return all.stream()
                .filter(one -> !asked.contains(one.id()))
                .sorted(Comparator.comparing(one -> one.id().toString()))
                .toList();
    }

    /** The questions nobody has decided, oldest first; acknowledged ones are among them. */
    public static List<Escalated> open(CaseFacts facts) {
        List<EscalationId> decided =
                facts.all(EscalationDecided.class)
                        .filter(one -> one.decision() != EscalationDecision.ACKNOWLEDGED)
                        .map(EscalationDecided::id)
                        .toList();
        return facts.all(Escalated.class)
                .filter(one -> !decided.contains(one.id()))
                .sorted(Comparator.comparing(Escalated::at).thenComparing(e -> e.id().toString()))
                .toList();
    }

    /** Those of them that the CISO has not even acknowledged. */
    public static List<Escalated> unheard(CaseFacts facts) {
        List<EscalationId> heard =
                facts.all(EscalationDecided.class).map(EscalationDecided::id).toList();
        return open(facts).stream().filter(one -> !heard.contains(one.id())).toList();
    }

    private static void causes(
            Trigger trigger, CaseId caseId, CaseFacts facts, Instant now, List<Escalated> all) {
        switch (trigger) {
            case PROVISIONAL_CRITICAL -> {
                if (critical(facts) || provisional(facts)) {
                    all.add(one(caseId, EscalationReason.PROVISIONAL_CRITICAL, "", now));
                }
            }
            case EXPLOITED -> {
                if (marked(facts, CaseMark.EXPLOITED)) {
                    all.add(one(caseId, EscalationReason.EXPLOITED, "", now));
                }
            }
            case LEAKED -> {
                if (marked(facts, CaseMark.LEAKED) || marked(facts, CaseMark.PUBLIC)) {
                    all.add(one(caseId, EscalationReason.LEAK, "", now));
                }
            }
            case LEGAL_OR_PERSONAL_DATA -> {
                // Only a person sees this; see EscalatingCase.
            }
            case BREACH_ON_CRITICAL -> {
                if (critical(facts)) {
                    facts.all(ClockBreached.class)
                            .filter(one -> one.clock() != CaseClock.ESCALATION)
                            .map(one -> one.clock() + "/" + one.product() + "/" + one.due())
                            .forEach(c -> all.add(one(caseId, EscalationReason.BREACH, c, now)));
                }
            }
        }
    }

    /** What was Critical in a case that ended elsewhere asks nobody here. */
    private static boolean critical(CaseFacts facts) {
        return facts.earlier().isEmpty()
                && facts.scored()
                        .map(Scored::severity)
                        .filter(Severity.CRITICAL::equals)
                        .isPresent();
    }

    private static boolean provisional(CaseFacts facts) {
        return facts.scored().isEmpty()
                && facts.decided(DeskFact.Assessed.class)
                        .max(Comparator.comparing(DeskFact.Assessed::revision))
                        .filter(one -> one.provisional() == Severity.CRITICAL)
                        .isPresent();
    }

    private static boolean marked(CaseFacts facts, CaseMark mark) {
        return facts.all(CaseMarked.class).anyMatch(one -> one.mark() == mark);
    }

    /** The same cause has the same id, so that it asks once, whoever notices it. */
    private static Escalated one(
            CaseId caseId, EscalationReason reason, String cause, Instant now) {
        String name = caseId + "/" + reason + "/" + cause;
        UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return new Escalated(caseId, new EscalationId(id), reason, now);
    }
}
