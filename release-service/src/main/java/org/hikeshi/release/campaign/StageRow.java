package org.hikeshi.release.campaign;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** How a stage is stored. */
@Entity
@Table(name = "campaign_stage")
@IdClass(StageRow.Key.class)
@NullUnmarked // filled by Hibernate
class StageRow {
    @Id
    @Column(name = "campaign_id")
    UUID campaign;

    @Id int number;
    String name;

    @Column(name = "fleet_groups")
    List<String> groups;

    int percent;
    int success;
    int failure;

    @Column(name = "opened_at")
    Instant openedAt;

    @Column(name = "passed_at")
    Instant passedAt;

    record Key(UUID campaign, int number) {}

    static StageRow of(UUID campaign, int number, Stage stage) {
        StageRow row = new StageRow();
        row.campaign = campaign;
        row.number = number;
        row.name = stage.name();
        row.groups = stage.groups().stream().sorted().toList();
        row.percent = stage.percent();
        row.success = stage.thresholds().success();
        row.failure = stage.thresholds().failure();
        return row;
    }

    Stage stage() {
        return new Stage(name, Set.copyOf(groups), percent, new Thresholds(success, failure));
    }
}
