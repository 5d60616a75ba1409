package org.hikeshi.disclosure.date;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hikeshi.casefile.EventReading;
import org.hikeshi.casefile.KnownReports;
import org.hikeshi.disclosure.advisory.Advisories;
import org.hikeshi.disclosure.advisory.Advisory;
import org.hikeshi.disclosure.advisory.AskingPeople;
import org.hikeshi.events.DisclosureDateAnswered;
import org.hikeshi.events.EventType;
import org.hikeshi.messaging.EventHandler;
import org.hikeshi.messaging.IncomingEvent;
import org.hikeshi.messaging.Outcome;
import org.hikeshi.messaging.Timer;
import org.hikeshi.messaging.TimerHandler;
import org.jspecify.annotations.Nullable;

/** Hears what reporters answer, and notices when the time for answering is over. */
@Singleton
class HearingAnswers implements EventHandler, TimerHandler {
    static final String TIMER = "date-answers-over";

    private final Proposals proposals;
    private final Advisories advisories;
    private final PlanningDisclosure planning;
    private final KnownReports reports;
    private final AskingPeople asking;
    private final Clock clock;

    HearingAnswers(
            Proposals proposals,
            Advisories advisories,
            PlanningDisclosure planning,
            KnownReports reports,
            AskingPeople asking,
            Clock clock) {
        this.proposals = proposals;
        this.advisories = advisories;
        this.planning = planning;
        this.reports = reports;
        this.asking = asking;
        this.clock = clock;
    }

    @Override
    public Set<String> types() {
        return Set.of(EventType.DISCLOSURE_DATE_ANSWERED.ceType());
    }

    @Override
    public Outcome handle(Connection connection, IncomingEvent event) throws SQLException {
        DisclosureDateAnswered answered = EventReading.read(event, DisclosureDateAnswered.class);
        proposals.keep(answered);
        settle(connection, answered.proposalId().value(), event);
        return Outcome.handled();
    }

    @Override
    public String kind() {
        return TIMER;
    }

    @Override
    public void fire(Connection connection, Timer timer) throws SQLException {
        settle(connection, UUID.fromString(timer.payload()), null);
    }

    private void settle(Connection connection, UUID proposalId, @Nullable IncomingEvent cause)
            throws SQLException {
        Optional<DateProposal> known = proposals.find(proposalId);
        Optional<Advisory> held = known.flatMap(p -> advisories.lock(p.advisoryId));
        if (held.isEmpty() || !known.orElseThrow().open()) {
            return; // answered too late, or a proposal of nobody: the fact is kept, nothing moves
        }
        DateProposal proposal = known.orElseThrow();
        Instant now = clock.instant();
        Set<UUID> asked =
                reports.of(connection, held.get().caseId()).stream()
                        .map(report -> report.reportId().value())
                        .collect(Collectors.toUnmodifiableSet());
        var consultation =
                new Consultation(asked, proposals.answers(proposalId), proposal.answerBy);
        switch (consultation.at(now)) {
            case WAIT -> {}
            case AGREED -> stands(connection, held.get(), proposal, ProposalEnd.ACCEPTED, cause);
            case SILENT -> stands(connection, held.get(), proposal, ProposalEnd.SILENCE, cause);
            case COUNTERED -> asking.answerReporter(connection, held.get().caseId(), proposalId);
        }
    }

    private void stands(
            Connection connection,
            Advisory advisory,
            DateProposal proposal,
            ProposalEnd how,
            @Nullable IncomingEvent cause)
            throws SQLException {
        proposal.end(how, clock.instant());
        if (advisory.plannedFor().isEmpty()) {
            planning.plan(connection, advisory, proposal.date, cause);
        }
    }
}
