package org.hikeshi.release.campaign;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hibernate.Session;

/**
 * Gives every device of the affected field its action and stage. May be repeated at any time: who
 * comes later joins the stage of its group, or the last one. Inside the caller's transaction.
 */
@Singleton
class Enrolling {
    private static final String NEW_DEVICES =
            """
            SELECT d.device_id, d.fleet_group FROM campaign_unit u
              JOIN device d ON d.model = u.model AND d.serial = u.serial
             WHERE u.campaign_id = :campaign AND u.safe_at IS NULL
               AND NOT EXISTS (SELECT 1 FROM ota_action a
                                WHERE a.campaign_id = :campaign AND a.device_id = d.device_id)
            """;
    private static final String ADD =
            """
            INSERT INTO ota_action (action_id, device_id, number, campaign_id, stage, attempt, latest,
                                    state, not_before, created_at)
            SELECT gen_random_uuid(), n.device, n.number, :campaign, n.stage, 1, true,
                   'PLANNED', :now, :now
              FROM unnest(cast(:devices as uuid[]), cast(:numbers as int[]), cast(:stages as int[]))
                   AS n (device, number, stage)
            ON CONFLICT DO NOTHING
            """;

    private final Session entities;

    Enrolling(Session entities) {
        this.entities = entities;
    }

    /** Returns how many devices were added. */
    int enrol(CampaignRow campaign, Stages plan, Instant now) {
        List<Stages.Candidate> newcomers = newDevices(campaign.id);
        if (newcomers.isEmpty()) {
            return 0;
        }
        boolean late = campaign.enrolledAt != null;
        Map<UUID, Integer> stages =
                late ? plan.assignLate(newcomers) : plan.assign(campaign.id, newcomers);
        UUID[] devices = stages.keySet().toArray(UUID[]::new);
        Integer[] numbers = new Integer[devices.length];
        Integer[] inStage = new Integer[devices.length];
        IntStream.range(0, devices.length)
                .forEach(
                        at -> {
                            numbers[at] = ActionNumbers.next();
                            inStage[at] = stages.get(devices[at]);
                        });
        entities.flush();
        return entities.createNativeQuery(ADD)
                .setParameter("campaign", campaign.id)
                .setParameter("now", now)
                .setParameter("devices", devices)
                .setParameter("numbers", numbers)
                .setParameter("stages", inStage)
                .executeUpdate();
    }

    private List<Stages.Candidate> newDevices(UUID campaign) {
        return entities.createNativeQuery(NEW_DEVICES, Object[].class)
                .setParameter("campaign", campaign)
                .getResultStream()
                .map(row -> new Stages.Candidate((UUID) row[0], (String) row[1]))
                .toList();
    }
}
