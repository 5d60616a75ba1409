package org.hikeshi.triage.overview;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hikeshi.casefile.KnownProducts;
import org.hikeshi.events.CaseClosed;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.EventType;
import org.hikeshi.events.ProductChanged;
import org.hikeshi.events.ProductId;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.policy.Policy;
import org.hikeshi.triage.assessment.AssessingCase;
import org.hikeshi.triage.casework.CaseLine;
import org.hikeshi.triage.casework.CaseList;
import org.hikeshi.triage.casework.OpeningDesk;
import org.hikeshi.triage.casework.Person;
import org.hikeshi.triage.facts.CaseBook;
import org.hikeshi.triage.facts.CaseFacts;
import org.hikeshi.triage.standing.CaseStanding;

/** Reads a case for somebody who may see it. */
@ApplicationScoped
public class ReadingCase {
    private static final String IDENTITY_READ = EventType.IDENTITY_READ.shortName();

    private final Transactions transactions;
    private final CaseBook book;
    private final CaseList list;
    private final OpeningDesk desks;
    private final AssessingCase assessments;
    private final KnownProducts products;
    private final Clock clock;

    ReadingCase(
            Transactions transactions,
            CaseBook book,
            CaseList list,
            OpeningDesk desks,
            AssessingCase assessments,
            KnownProducts products,
            Clock clock) {
        this.transactions = transactions;
        this.book = book;
        this.list = list;
        this.desks = desks;
        this.assessments = assessments;
        this.products = products;
        this.clock = clock;
    }

    /**
     * All there is to see of one case.
     *
     * @param mayAct whether this person is more than a guest
     */
    public record Seen(
            CaseId caseId,
            CaseLine line,
            CaseFacts facts,
            Policy policy,
            CaseStanding standing,
            List<String> priorityReasons,
            CaseView view,
            boolean mayAct) {}

    /** The id of a case by its number or id; empty if it is neither. */
    public Optional<CaseId> find(String numberOrId) {
        try {
            return Optional.of(CaseId.parse(numberOrId));
        } catch (IllegalArgumentException noId) {
            return transactions
                    .inTransaction(connection -> list.byNumber(numberOrId))
                    .map(line -> new CaseId(line.caseId()));
        }
    }

    /** Empty if there is no such case, or none that this person may see. */
    public Optional<Seen> read(Person person, CaseId caseId) {
        return transactions.inTransaction(
                connection -> {
                    if (!person.sees(book.people(caseId), clock.instant())) {
                        return Optional.empty();
                    }
                    CaseFacts facts = book.read(caseId);
                    Optional<CaseLine> line = list.byId(caseId);
                    Optional<Policy> policy = desks.policy(facts);
                    return line.isEmpty() || policy.isEmpty()
                            ? Optional.empty()
                            : Optional.of(seen(person, caseId, line.get(), facts, policy.get()));
                });
    }

    private Seen seen(Person person, CaseId caseId, CaseLine line, CaseFacts facts, Policy policy) {
        Instant now = clock.instant();
        CaseStanding standing = CaseStanding.of(facts, policy, now);
        List<String> reasons = assessments.priorityReasons(caseId, facts, policy);
        CaseView view =
                new CaseViews(
                                caseId,
                                line,
                                facts,
                                standing,
                                names(facts.products()),
                                goesOnUnder(person, facts, now))
                        .at(now, reasons, timeline(person, caseId));
        boolean mayAct = person.mayActOn(facts, now);
        return new Seen(caseId, line, facts, policy, standing, reasons, view, mayAct);
    }

    /** The case this one was merged into, for who may see that one too. */
    private Optional<CaseId> goesOnUnder(Person person, CaseFacts facts, Instant now) {
        return facts.closure()
                .map(CaseClosed::duplicateOf)
                .filter(survivor -> person.sees(book.read(survivor), now));
    }

    /** Who looked at a reporter's identity is for those who see every case. */
    private List<CaseBook.Line> timeline(Person person, CaseId caseId) {
        return book.lines(caseId).stream()
                .filter(line -> person.seesAll() || !line.code().equals(IDENTITY_READ))
                .toList();
    }

    private Map<ProductId, String> names(List<ProductId> wanted) {
        return wanted.stream()
                .flatMap(id -> products.find(id).stream())
                .collect(Collectors.toMap(ProductChanged::id, known -> known.name().value()));
    }
}
