package org.hikeshi.release.campaign;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hikeshi.casefile.CaseSeals;
import org.hikeshi.casefile.SeenCases;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.DistributionChannel;
import org.hikeshi.release.NewestSeen;
import org.jspecify.annotations.Nullable;

/** Campaigns in the database. Inside the caller's transaction. */
@ApplicationScoped
class Campaigns {
    private final Rows rows;
    private final StageRows stages;
    private final StepRows steps;
    private final CaseSeals seals;

    Campaigns(Rows rows, StageRows stages, StepRows steps, CaseSeals seals) {
        this.rows = rows;
        this.stages = stages;
        this.steps = steps;
        this.seals = seals;
    }

    /** A step on record, its reason in words; empty if none was given. */
    record Step(String act, CampaignState ledTo, String by, Instant at, String reason) {}

    Optional<Campaign> byId(UUID id) {
        return rows.findByIdOptional(id).map(CampaignRow::campaign);
    }

    CampaignRow row(UUID id) {
        return rows.findByIdOptional(id).orElseThrow();
    }

    /** The row itself, locked until the transaction ends. */
    Optional<CampaignRow> lock(UUID id) {
        return rows.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    List<Campaign> ofRemediation(UUID remediation) {
        return rows.list("remediation = ?1 order by createdAt", remediation).stream()
                .map(CampaignRow::campaign)
                .toList();
    }

    List<Campaign> ofCase(UUID caseId) {
        return rows.list("caseId = ?1 order by createdAt", caseId).stream()
                .map(CampaignRow::campaign)
                .toList();
    }

    List<Campaign> newest(SeenCases seen, int most) {
        return NewestSeen.of(
                        rows.getEntityManager(),
                        "campaign",
                        "campaign_id",
                        CampaignRow.class,
                        seen,
                        most)
                .stream()
                .map(CampaignRow::campaign)
                .toList();
    }

    /** Over the air: those that run, and complete ones that looked for late devices before that. */
    List<UUID> moving(Instant lookedBefore) {
        return rows.find(
                        """
                        select c.id from CampaignRow c where c.channel = ?1
                           and (c.state = ?2 or c.state = ?3 and c.enrolledAt < ?4)
                        """,
                        DistributionChannel.OTA,
                        CampaignState.RUNNING,
                        CampaignState.COMPLETED,
                        lookedBefore)
                .project(UUID.class)
                .list();
    }

    void add(CampaignRow campaign, Stages plan) {
        rows.persistAndFlush(campaign);
        for (int at = 0; at < plan.list().size(); at++) {
            stages.persist(StageRow.of(campaign.id, at, plan.list().get(at)));
        }
    }

    List<StageRow> stages(UUID campaign) {
        return stages.list("campaign = ?1 order by number", campaign);
    }

    Stages plan(UUID campaign) {
        return new Stages(stages(campaign).stream().map(StageRow::stage).toList());
    }

    /** Puts a step on record; the reason is sealed with the key of the case. */
    void record(CampaignRow campaign, String act, String by, Instant at, @Nullable String reason) {
        StepRow step = new StepRow();
        step.id = UUID.randomUUID();
        step.campaign = campaign.id;
        step.act = act;
        step.ledTo = campaign.state;
        step.doneBy = by;
        step.doneAt = at;
        if (reason != null) {
            step.reason =
                    seals.seal(
                            new CaseId(campaign.caseId),
                            "campaign_step",
                            "reason",
                            step.id.toString(),
                            reason);
        }
        steps.persist(step);
    }

    /** What was done, oldest first. */
    List<Step> steps(Campaign campaign) {
        return steps.list("campaign = ?1 order by doneAt", campaign.key()).stream()
                .map(
                        row ->
                                new Step(
                                        row.act,
                                        row.ledTo,
                                        row.doneBy,
                                        row.doneAt,
                                        said(campaign, row)))
                .toList();
    }

    private String said(Campaign campaign, StepRow row) {
        return row.reason == null
                ? ""
                : seals.open(
                        campaign.caseId(),
                        "campaign_step",
                        "reason",
                        row.id.toString(),
                        row.reason);
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<CampaignRow, UUID> {}

    @ApplicationScoped
    static class StageRows implements PanacheRepositoryBase<StageRow, StageRow.Key> {}

    @ApplicationScoped
    static class StepRows implements PanacheRepositoryBase<StepRow, UUID> {}
}
