package org.hikeshi.release.campaign;

import java.util.List;
import java.util.Map;

/**
 * Everything that is shown of a campaign.
 *
 * @param models for which it is, with commas
 * @param devices latest attempts by state
 * @param troubles of attempts that ended badly
 * @param silent devices not heard for seven days
 * @param switchedOff devices that say they take no updates by themselves
 */
public record Overview(
        Campaign campaign,
        String models,
        String version,
        Coverage coverage,
        Map<ActionState, Long> devices,
        Map<Trouble, Long> troubles,
        long silent,
        long switchedOff,
        List<StageView> stages,
        List<Campaigns.Step> steps) {

    public Overview {
        devices = Map.copyOf(devices);
        troubles = Map.copyOf(troubles);
        stages = List.copyOf(stages);
        steps = List.copyOf(steps);
    }

    /** A stage with its results. */
    public record StageView(StageRow row, StageCounts counts) {
        /** Devices with a result in percent of all, for the bar. */
        public int percentDone() {
            return counts.total() == 0 ? 0 : (int) (counts.succeeded() * 100L / counts.total());
        }
    }

    /** Failures among results in percent with one digit. */
    public String failureRate() {
        int stage = Math.clamp(campaign.stage(), 0, stages.size() - 1);
        StageCounts counts = stages.get(stage).counts();
        int permille =
                counts.settled() == 0 ? 0 : (int) (counts.failed() * 1000L / counts.settled());
        return permille / 10 + "." + permille % 10;
    }

    /** The open stage's limit of failures in percent. */
    public int failureLimit() {
        return stages.get(Math.clamp(campaign.stage(), 0, stages.size() - 1)).row().failure;
    }
}
