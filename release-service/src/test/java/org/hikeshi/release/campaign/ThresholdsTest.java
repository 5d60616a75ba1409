package org.hikeshi.release.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hikeshi.release.campaign.Thresholds.Verdict.ADVANCE;
import static org.hikeshi.release.campaign.Thresholds.Verdict.HALT;
import static org.hikeshi.release.campaign.Thresholds.Verdict.WAIT;

import org.junit.jupiter.api.Test;

class ThresholdsTest {
    private final Thresholds usual = new Thresholds(90, 5);

    private Thresholds.Verdict judge(int total, int succeeded, int failed) {
        return usual.judge(new StageCounts(total, succeeded, failed));
    }

    @Test
    void enoughSuccessOpensTheNextStage() {
        assertThat(judge(20, 17, 0)).isEqualTo(WAIT);
        assertThat(judge(20, 18, 0)).isEqualTo(ADVANCE);
        assertThat(judge(20, 19, 1)).isEqualTo(ADVANCE);
    }

    @Test
    void aStageWithoutDevicesIsDone() {
        assertThat(judge(0, 0, 0)).isEqualTo(ADVANCE);
    }

    @Test
    void aRateOfFailuresHaltsOnceThereAreEnoughResults() {
        assertThat(judge(421, 231, 15)).isEqualTo(HALT);
        assertThat(judge(421, 231, 12)).isEqualTo(WAIT);
        assertThat(judge(421, 0, 1)).isEqualTo(WAIT);
        assertThat(judge(421, 8, 1)).isEqualTo(WAIT);
        assertThat(judge(421, 9, 1)).isEqualTo(HALT);
    }

    @Test
    void aSmallStageHaltsWhenItsRateCannotRecover() {
        assertThat(judge(1, 0, 1)).isEqualTo(HALT);
        assertThat(judge(5, 4, 1)).isEqualTo(HALT);
        assertThat(judge(5, 4, 0)).isEqualTo(WAIT);
    }

    @Test
    void haltingGoesBeforeAdvancing() {
        assertThat(new Thresholds(50, 5).judge(new StageCounts(20, 18, 2))).isEqualTo(HALT);
    }

    @Test
    void noFailureNeverHalts() {
        assertThat(new Thresholds(100, 0).judge(new StageCounts(5, 4, 0))).isEqualTo(WAIT);
        assertThat(new Thresholds(100, 0).judge(new StageCounts(500, 499, 1))).isEqualTo(HALT);
    }
}
