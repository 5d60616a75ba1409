package org.hikeshi.triage.facts;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hikeshi.events.AdvisoryId;
import org.hikeshi.events.AffectedProduct;
import org.hikeshi.events.CaseClosed;
import org.hikeshi.events.CaseConfirmed;
import org.hikeshi.events.CaseEvent;
import org.hikeshi.events.CaseReopened;
import org.hikeshi.events.Disclosed;
import org.hikeshi.events.DisclosurePlanned;
import org.hikeshi.events.EarlierRecord;
import org.hikeshi.events.Finding;
import org.hikeshi.events.FixChecked;
import org.hikeshi.events.FixVerdict;
import org.hikeshi.events.NoticePublished;
import org.hikeshi.events.ProductId;
import org.hikeshi.events.ReportReceived;
import org.hikeshi.events.Scored;
import org.hikeshi.events.TeamChanged;

/** All that is known of one case; a set, whatever order it was heard in. Immutable. */
public record CaseFacts(Set<CaseEvent> events, Set<DeskFact> decisions) {

    public CaseFacts {
        events = Set.copyOf(events);
        decisions = Set.copyOf(decisions);
    }

    public static CaseFacts of(Collection<? extends CaseEvent> events) {
        return new CaseFacts(new LinkedHashSet<>(events), Set.of());
    }

    /** With one more event. */
    public CaseFacts with(CaseEvent event) {
        Set<CaseEvent> more = new LinkedHashSet<>(events);
        more.add(event);
        return new CaseFacts(more, decisions);
    }

    /** With one more decision. */
    public CaseFacts with(DeskFact decision) {
        Set<DeskFact> more = new LinkedHashSet<>(decisions);
        more.add(decision);
        return new CaseFacts(events, more);
    }

    /** All events of one type, in no order. */
    public <E extends CaseEvent> Stream<E> all(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast);
    }

    /** All decisions of one type, in no order. */
    public <D extends DeskFact> Stream<D> decided(Class<D> type) {
        return decisions.stream().filter(type::isInstance).map(type::cast);
    }

    /** The reports of the case, first received first. */
    public List<ReportReceived> reports() {
        return all(ReportReceived.class)
                .sorted(
                        Comparator.comparing(ReportReceived::receivedAt)
                                .thenComparing(r -> r.reportId().toString()))
                .toList();
    }

    /** When the case's clocks start: receipt of its earliest report; empty if none is known yet. */
    public Optional<Instant> receivedAt() {
        return reports().stream().map(ReportReceived::receivedAt).findFirst();
    }

    /** When a person first confirmed a report of this case. */
    public Optional<CaseConfirmed> confirmed() {
        return all(CaseConfirmed.class).min(Comparator.comparing(CaseConfirmed::at));
    }

    /** The scoring in force. */
    public Optional<Scored> scored() {
        return highest(Scored.class, Scored::revision);
    }

    /** When the case was first found valid; clocks that start at validation start here. */
    public Optional<Instant> validatedAt() {
        return all(Scored.class)
                .filter(scored -> scored.finding() == Finding.VALID)
                .map(Scored::at)
                .min(Comparator.naturalOrder());
    }

    public Optional<TeamChanged> team() {
        return highest(TeamChanged.class, TeamChanged::revision);
    }

    /** The products the scoring in force names, once each, in its order. */
    public List<ProductId> products() {
        return scored().filter(scored -> scored.finding() == Finding.VALID).stream()
                .flatMap(scored -> scored.vulnerabilities().stream())
                .flatMap(vulnerability -> vulnerability.affected().stream())
                .map(AffectedProduct::product)
                .distinct()
                .toList();
    }

    /** The closure in force; empty while the case is open. */
    public Optional<CaseClosed> closure() {
        int reopened = all(CaseReopened.class).mapToInt(CaseReopened::revision).max().orElse(0);
        return highest(CaseClosed.class, CaseClosed::revision)
                .filter(closed -> closed.revision() > reopened);
    }

    /** What was kept elsewhere of this case, as long as it has not been opened again here. */
    public Optional<EarlierRecord> earlier() {
        return all(CaseReopened.class).findAny().isPresent()
                ? Optional.empty()
                : reports().stream().findFirst().map(ReportReceived::earlier);
    }

    /** Revision for the next closure or reopening. */
    public int nextClosureRevision() {
        int closed = all(CaseClosed.class).mapToInt(CaseClosed::revision).max().orElse(0);
        int reopened = all(CaseReopened.class).mapToInt(CaseReopened::revision).max().orElse(0);
        return Math.max(closed, reopened) + 1;
    }

    /** When a reporter last said that it is not fixed: a fix before that does not count. */
    public Optional<Instant> notFixedAt() {
        return all(FixChecked.class)
                .filter(checked -> checked.verdict() == FixVerdict.NOT_FIXED)
                .map(FixChecked::at)
                .max(Comparator.naturalOrder());
    }

    /** The date in force of each advisory and notice that has one, earliest first. */
    public List<DisclosurePlanned> plannedDates() {
        return all(DisclosurePlanned.class)
                .collect(
                        Collectors.toMap(
                                DisclosurePlanned::advisory,
                                Function.identity(),
                                BinaryOperator.maxBy(
                                        Comparator.comparing(DisclosurePlanned::revision))))
                .values()
                .stream()
                .sorted(
                        Comparator.comparing(DisclosurePlanned::date)
                                .thenComparing(planned -> planned.advisory().toString()))
                .toList();
    }

    /** When an advisory or a notice was published; empty while it is not. */
    public Optional<Instant> publishedAt(AdvisoryId advisory) {
        return Stream.concat(
                        all(Disclosed.class)
                                .filter(one -> one.advisory().equals(advisory))
                                .map(Disclosed::at),
                        all(NoticePublished.class)
                                .filter(one -> one.advisory().equals(advisory))
                                .map(NoticePublished::at))
                .min(Comparator.naturalOrder());
    }

    private <E extends CaseEvent> Optional<E> highest(
            Class<E> type, Function<E, Integer> revision) {
        return all(type).max(Comparator.comparing(revision));
    }
}
