package org.hikeshi.release.campaign;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** One step of a campaign on record; never changed. */
@Entity
@Table(name = "campaign_step")
@NullUnmarked // filled by Hibernate
class StepRow {
    /** Whose step it is that nobody did. */
    static final String ITSELF = "self";

    @Id
    @Column(name = "step_id")
    UUID id;

    @Column(name = "campaign_id")
    UUID campaign;

    /** Word of a {@link CampaignAct}, or draft, advance, halt, declare. */
    String act;

    @Enumerated(EnumType.STRING)
    @Column(name = "led_to")
    CampaignState ledTo;

    @Column(name = "done_by")
    String doneBy;

    @Column(name = "done_at")
    Instant doneAt;

    byte[] reason;
}
