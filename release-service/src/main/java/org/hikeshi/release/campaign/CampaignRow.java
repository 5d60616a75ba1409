package org.hikeshi.release.campaign;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hikeshi.events.CampaignId;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.DistributionChannel;
import org.hikeshi.events.ProductId;
import org.hikeshi.events.RemediationId;
import org.jspecify.annotations.NullUnmarked;

/** How a campaign is stored. */
@Entity
@Table(name = "campaign")
@NullUnmarked // filled by Hibernate
class CampaignRow {
    @Id
    @Column(name = "campaign_id")
    UUID id;

    @Column(name = "remediation_id")
    UUID remediation;

    @Column(name = "case_id")
    UUID caseId;

    @Enumerated(EnumType.STRING)
    DistributionChannel channel;

    List<UUID> products;
    boolean automatic;

    @Enumerated(EnumType.STRING)
    CampaignState state;

    int stage;

    @Column(name = "asked_by")
    String askedBy;

    @Column(name = "created_by")
    String createdBy;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "started_at")
    Instant startedAt;

    @Column(name = "counted_from")
    Instant countedFrom;

    @Column(name = "distributed_at")
    Instant distributedAt;

    Integer permille;

    @Column(name = "enrolled_at")
    Instant enrolledAt;

    @Version long revision;

    Campaign campaign() {
        return new Campaign(
                new CampaignId(id),
                new RemediationId(remediation),
                new CaseId(caseId),
                channel,
                products.stream().map(ProductId::new).toList(),
                automatic,
                state,
                stage,
                askedBy,
                createdBy,
                createdAt,
                startedAt,
                distributedAt,
                permille,
                revision);
    }
}
