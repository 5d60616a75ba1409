package org.hikeshi.disclosure.date;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hikeshi.events.DateAnswer;
import org.hikeshi.events.DisclosureDateAnswered;

/** Proposals and answers in the database. Called inside a transaction. */
@ApplicationScoped
public class Proposals {
    /* A later answer of the same reporter replaces an earlier one, whichever is heard first. */
    private static final String ANSWER =
            "INSERT INTO date_answer (proposal_id, report_id, accepted, countered, at) VALUES"
                    + " (:proposal, :report, :accepted, CAST(:countered AS timestamptz), :at) ON"
                    + " CONFLICT (proposal_id, report_id) DO UPDATE SET accepted = EXCLUDED.accepted,"
                    + " countered = EXCLUDED.countered, at = EXCLUDED.at WHERE date_answer.at <"
                    + " EXCLUDED.at";

    private final Rows rows;
    private final Answers answers;

    Proposals(Rows rows, Answers answers) {
        this.rows = rows;
        this.answers = answers;
    }

    void add(DateProposal proposal) {
        rows.persist(proposal);
    }

    Optional<DateProposal> lock(UUID id) {
        return Optional.ofNullable(rows.findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    Optional<DateProposal> find(UUID id) {
        return rows.findByIdOptional(id);
    }

    /** Oldest first. */
    public List<DateProposal> of(UUID advisoryId) {
        return rows.list("advisoryId = ?1 order by at", advisoryId);
    }

    void keep(DisclosureDateAnswered answered) {
        Instant countered = answered.countered();
        answers.getEntityManager()
                .createNativeQuery(ANSWER)
                .setParameter("proposal", answered.proposalId().value())
                .setParameter("report", answered.reportId().value())
                .setParameter("accepted", answered.answer() == DateAnswer.ACCEPTED)
                .setParameter("countered", countered == null ? null : countered.toString())
                .setParameter("at", answered.at())
                .executeUpdate();
    }

    /** By report, whether its reporter said yes. */
    Map<UUID, Boolean> answers(UUID proposal) {
        Map<UUID, Boolean> all = new HashMap<>();
        answers.list("proposalId", proposal).forEach(a -> all.put(a.reportId, a.accepted));
        return all;
    }

    /** Dates that reporters wish instead. */
    public List<Instant> wishes(UUID proposal) {
        return answers.list("proposalId = ?1 and accepted = false", proposal).stream()
                .flatMap(answer -> Optional.ofNullable(answer.countered).stream())
                .sorted()
                .toList();
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<DateProposal, UUID> {}

    @ApplicationScoped
    static class Answers implements PanacheRepositoryBase<DateAnswerRow, DateAnswerRow.Key> {}
}
