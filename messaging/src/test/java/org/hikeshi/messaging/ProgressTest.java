package org.hikeshi.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final Progress progress = new Progress();

    @Test
    void nothingIsCommittedBeforeSomethingIsDone() {
        progress.begin(5);

        assertThat(progress.next()).isEqualTo(-1);
    }

    @Test
    void aGapHoldsBackWhatIsDoneBehindIt() {
        Progress.Slot first = progress.begin(5);
        Progress.Slot second = progress.begin(6);
        progress.done(second);

        assertThat(progress.next()).isEqualTo(-1);
        progress.done(first);
        assertThat(progress.next()).isEqualTo(7);
    }

    @Test
    void offsetsThatTheLogNeverHadAreNoGap() {
        progress.done(progress.begin(5));
        progress.done(progress.begin(9));

        assertThat(progress.next()).isEqualTo(10);
    }

    @Test
    void anOffsetThatIsNotGreaterIsRefused() {
        progress.begin(5);

        assertThatThrownBy(() -> progress.begin(5)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void inWhateverOrderLanesFinishTheCommitNeverPassesAnOpenOne() {
        Random random = new Random(3);
        List<Integer> open = new ArrayList<>();
        List<Progress.Slot> slots = new ArrayList<>();
        for (int offset = 0; offset < 500; offset++) {
            slots.add(progress.begin(offset));
            open.add(offset);
        }
        Collections.shuffle(open, random);
        while (!open.isEmpty()) {
            progress.done(slots.get(open.removeLast()));
            long smallestOpen = open.stream().mapToInt(i -> i).min().orElse(500);
            assertThat(Math.max(progress.next(), 0)).isEqualTo(smallestOpen);
        }
    }
}
