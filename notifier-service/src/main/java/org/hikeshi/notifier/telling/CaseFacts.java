package org.hikeshi.notifier.telling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BinaryOperator;
import org.hikeshi.events.CaseClock;
import org.hikeshi.events.CaseClosed;
import org.hikeshi.events.CaseEvent;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.CaseReopened;
import org.hikeshi.events.DeadlineSet;
import org.hikeshi.events.ProductId;
import org.hikeshi.events.ReportJoined;
import org.hikeshi.events.ReportReceived;
import org.hikeshi.events.Scored;
import org.hikeshi.events.TeamChanged;
import org.jspecify.annotations.Nullable;

/**
 * All that was heard of one case so far, in the order of the facts, not of their arrival.
 * Immutable.
 *
 * @param reports the case's own and those joined to it, earliest first
 */
public record CaseFacts(CaseId id, List<Heard> heard, List<KnownReport> reports) {

    /**
     * @param own what was said under this case's key
     * @param others receipts said under other cases' keys, of which those joined here count
     */
    public static CaseFacts of(CaseId id, Collection<Heard> own, Collection<Heard> others) {
        List<Heard> ordered =
                own.stream()
                        .sorted(Comparator.comparing(Heard::at).thenComparing(Heard::id))
                        .toList();
        List<KnownReport> reports = new ArrayList<>();
        for (Heard one : ordered) {
            if (one.event() instanceof ReportReceived received) {
                reports.add(new KnownReport(received, one.correlation(), Instant.MIN));
            }
            if (one.event() instanceof ReportJoined joined) {
                receiptOf(joined, others)
                        .map(
                                receipt ->
                                        new KnownReport(
                                                (ReportReceived) receipt.event(),
                                                receipt.correlation(),
                                                joined.at()))
                        .ifPresent(reports::add);
            }
        }
        reports.sort(Comparator.comparing(known -> known.report().receivedAt()));
        return new CaseFacts(id, ordered, List.copyOf(reports));
    }

    private static Optional<Heard> receiptOf(ReportJoined joined, Collection<Heard> others) {
        return others.stream()
                .filter(
                        one ->
                                one.event() instanceof ReportReceived received
                                        && received.reportId().equals(joined.reportId()))
                .findFirst();
    }

    public <E extends CaseEvent> List<E> all(Class<E> type) {
        return heard.stream().map(Heard::event).filter(type::isInstance).map(type::cast).toList();
    }

    public Optional<Heard> find(UUID event) {
        return heard.stream().filter(one -> one.id().equals(event)).findFirst();
    }

    /** Whether a fact of this type became true no later than the instant. */
    public boolean happened(Class<? extends CaseEvent> type, Instant until) {
        return heard.stream().anyMatch(h -> type.isInstance(h.event()) && !h.at().isAfter(until));
    }

    /** The receipt the case was born from; empty as long as it was not heard. */
    public Optional<KnownReport> firstReport() {
        return reports.stream().filter(known -> known.report().caseId().equals(id)).findFirst();
    }

    /** The scoring that counts: the highest revision. */
    public Optional<Scored> scored() {
        return all(Scored.class).stream().max(Comparator.comparingInt(Scored::revision));
    }

    /** The team that counts: the highest revision. */
    public Optional<TeamChanged> team() {
        return all(TeamChanged.class).stream().max(Comparator.comparingInt(TeamChanged::revision));
    }

    public Optional<Scored> scored(int revision) {
        return all(Scored.class).stream().filter(s -> s.revision() == revision).findFirst();
    }

    /** What a clock runs for. */
    public record ClockOf(CaseClock clock, @Nullable ProductId product) {}

    /** The deadlines that count, per clock and product: the highest revision of each. */
    public Map<ClockOf, DeadlineSet> deadlines() {
        Map<ClockOf, DeadlineSet> all = new LinkedHashMap<>();
        BinaryOperator<DeadlineSet> later =
                BinaryOperator.maxBy(Comparator.comparingInt(DeadlineSet::revision));
        all(DeadlineSet.class)
                .forEach(set -> all.merge(new ClockOf(set.clock(), set.product()), set, later));
        return all;
    }

    /** Whether the case was closed, and not opened again, at that instant. */
    public boolean closedAt(Instant when) {
        return heard.stream()
                .filter(one -> !one.at().isAfter(when))
                .map(Heard::event)
                .filter(event -> event instanceof CaseClosed || event instanceof CaseReopened)
                .reduce((earlier, later) -> later)
                .filter(CaseClosed.class::isInstance)
                .isPresent();
    }
}
