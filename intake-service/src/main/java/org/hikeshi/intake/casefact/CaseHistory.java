package org.hikeshi.intake.casefact;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.hikeshi.events.CaseClosed;
import org.hikeshi.events.CaseEvent;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.CaseReopened;
import org.hikeshi.events.ReportId;
import org.hikeshi.events.ReportJoined;

/**
 * The facts that concern one report, as a set. Which case holds it now the view {@code report_now}
 * says too.
 *
 * @param inCase the case the report belongs to now
 * @param facts what concerns it: of its present case, and whatever was said about it alone
 * @param setAside by which closure its former case became an alias, empty if it never was joined
 */
public record CaseHistory(CaseId inCase, List<CaseEvent> facts, Optional<CaseClosed> setAside) {

    public CaseHistory {
        facts = List.copyOf(facts);
    }

    /** A fact with the key it was said under. */
    record Filed(CaseId caseId, Optional<ReportId> report, CaseEvent event) {}

    static CaseHistory of(ReportId report, CaseId bornIn, List<Filed> filed) {
        Optional<ReportJoined> joined =
                filed.stream()
                        .map(Filed::event)
                        .filter(ReportJoined.class::isInstance)
                        .map(ReportJoined.class::cast)
                        .filter(event -> event.reportId().equals(report))
                        .max(
                                Comparator.comparing(ReportJoined::at)
                                        .thenComparing(event -> event.caseId().toString()));
        CaseId now = joined.map(ReportJoined::caseId).orElse(bornIn);
        List<CaseEvent> facts =
                filed.stream()
                        .filter(
                                one ->
                                        one.report()
                                                .map(report::equals)
                                                .orElse(one.caseId().equals(now)))
                        .map(Filed::event)
                        .toList();
        Optional<CaseClosed> setAside =
                joined.flatMap(
                        event ->
                                filed.stream()
                                        .filter(one -> one.caseId().equals(event.fromCase()))
                                        .map(Filed::event)
                                        .filter(CaseClosed.class::isInstance)
                                        .map(CaseClosed.class::cast)
                                        .max(Comparator.comparingInt(CaseClosed::revision)));
        return new CaseHistory(now, facts, setAside);
    }

    /** The facts of one type. */
    public <E extends CaseEvent> List<E> all(Class<E> type) {
        return facts.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The earliest time at which something of this type became true. */
    public <E extends CaseEvent> Optional<Instant> first(Class<E> type, Function<E, Instant> at) {
        return all(type).stream().map(at).min(Comparator.naturalOrder());
    }

    /** The one that counts: the highest revision. */
    public <E extends CaseEvent> Optional<E> inForce(Class<E> type, ToIntFunction<E> revision) {
        return all(type).stream().max(Comparator.comparingInt(revision));
    }

    /** The closure in force; empty while the case is open, or open again. */
    public Optional<CaseClosed> closure() {
        int reopened =
                inForce(CaseReopened.class, CaseReopened::revision)
                        .map(CaseReopened::revision)
                        .orElse(0);
        return inForce(CaseClosed.class, CaseClosed::revision)
                .filter(closed -> closed.revision() > reopened);
    }
}
