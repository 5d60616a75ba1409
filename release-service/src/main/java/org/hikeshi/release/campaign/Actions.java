package org.hikeshi.release.campaign;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Actions in the database. Inside the caller's transaction. */
@ApplicationScoped
class Actions {
    private static final List<ActionState> TOLD =
            List.of(
                    ActionState.PENDING,
                    ActionState.RETRIEVED,
                    ActionState.RUNNING,
                    ActionState.CANCELLING);
    private static final String OPEN =
            """
            select a.number, a.state, a.notBefore, c.state from ActionRow a
              join CampaignRow c on c.id = a.campaign
             where a.device = :device and a.state in :told order by a.createdAt
            """;
    private static final String COUNTS =
            """
            select a.stage, a.state, count(a) from ActionRow a
             where a.campaign = :campaign and a.latest group by a.stage, a.state
            """;
    private static final String FAILED =
            """
            latest and campaign = ?1 and stage = ?2 and lastFailedAt >= ?3 and state not in ?4
            """;

    private final Rows rows;

    Actions(Rows rows) {
        this.rows = rows;
    }

    List<OpenAction> open(UUID device) {
        return rows.getEntityManager()
                .createQuery(OPEN, OpenAction.class)
                .setParameter("device", device)
                .setParameter("told", TOLD)
                .getResultList();
    }

    Optional<ActionRow> find(UUID device, int number) {
        return rows.find("device = ?1 and number = ?2", device, number).firstResultOptional();
    }

    Optional<ActionRow> lock(UUID device, int number) {
        return rows.find("device = ?1 and number = ?2", device, number)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    void add(ActionRow action) {
        rows.persist(action);
    }

    /** Latest attempts by stage and state. */
    Map<Integer, Map<ActionState, Long>> counts(UUID campaign) {
        return rows.getEntityManager()
                .createQuery(COUNTS, Object[].class)
                .setParameter("campaign", campaign)
                .getResultStream()
                .collect(
                        Collectors.groupingBy(
                                row -> (Integer) row[0],
                                Collectors.toMap(
                                        row -> (ActionState) row[1], row -> (Long) row[2])));
    }

    /** Results of a stage; failures before an instant do not count. */
    StageCounts results(UUID campaign, int stage, Instant countedFrom) {
        Map<ActionState, Long> states = counts(campaign).getOrDefault(stage, Map.of());
        long total =
                states.entrySet().stream()
                        .filter(entry -> entry.getKey() != ActionState.CANCELLED)
                        .mapToLong(Map.Entry::getValue)
                        .sum();
        long failed =
                rows.count(
                        FAILED,
                        campaign,
                        stage,
                        countedFrom,
                        List.of(ActionState.FINISHED, ActionState.CANCELLED));
        return new StageCounts(
                Math.toIntExact(total),
                Math.toIntExact(states.getOrDefault(ActionState.FINISHED, 0L)),
                Math.toIntExact(failed));
    }

    /** Troubles of latest attempts that ended badly. */
    Map<Trouble, Long> troubles(UUID campaign) {
        return rows.getEntityManager()
                .createQuery(
                        """
                        select a.trouble, count(a) from ActionRow a
                         where a.campaign = :campaign and a.latest and a.trouble is not null
                         group by a.trouble
                        """,
                        Object[].class)
                .setParameter("campaign", campaign)
                .getResultStream()
                .collect(Collectors.toMap(row -> (Trouble) row[0], row -> (Long) row[1]));
    }

    /** Devices whose last attempt in a campaign failed. */
    List<ActionRow> failedLatest(UUID campaign) {
        return rows.list("campaign = ?1 and latest and state = ?2", campaign, ActionState.ERROR);
    }

    /** Opens everything planned up to a stage. */
    void openUpTo(UUID campaign, int stage, Instant now) {
        rows.update(
                "state = ?1, notBefore = ?2 where campaign = ?3 and stage <= ?4 and state = ?5",
                ActionState.PENDING,
                now,
                campaign,
                stage,
                ActionState.PLANNED);
    }

    /** We no longer want any of a campaign's open actions. */
    void withdraw(UUID campaign, Instant now) {
        for (ActionState state : open()) {
            moved(state, now, "campaign = ?3 and state = ?4", campaign);
        }
    }

    /**
     * A campaign takes over: open actions of earlier campaigns for devices it now has are not
     * wanted any more.
     */
    void takeOver(UUID campaign, Instant now) {
        for (ActionState state : open()) {
            moved(
                    state,
                    now,
                    """
                    campaign in (select o.id from CampaignRow o, CampaignRow n
                                  where n.id = ?3 and o.startedAt < n.startedAt)
                    and state = ?4 and device in
                    (select b.device from ActionRow b where b.campaign = ?3 and b.state = PENDING)
                    """,
                    campaign);
        }
    }

    private void moved(ActionState state, Instant now, String which, UUID campaign) {
        ActionState to = state.withdrawn();
        String when = to.closed() ? "closedAt" : "cancelAskedAt";
        rows.update("state = ?1, " + when + " = ?2 where " + which, to, now, campaign, state);
    }

    /** Ends what a silent device was asked to stop before an instant. */
    void abandon(Instant askedBefore, Instant now) {
        rows.update(
                "state = ?1, closedAt = ?2 where state = ?3 and cancelAskedAt < ?4",
                ActionState.CANCELLING.abandoned(),
                now,
                ActionState.CANCELLING,
                askedBefore);
    }

    private static List<ActionState> open() {
        return Arrays.stream(ActionState.values())
                .filter(state -> !state.closed() && state != ActionState.CANCELLING)
                .toList();
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<ActionRow, UUID> {}
}
