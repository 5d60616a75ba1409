package org.hikeshi.release.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hikeshi.release.campaign.Stages.Candidate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StagesTest {
    private static final Thresholds USUAL = new Thresholds(90, 5);
    private static final UUID CAMPAIGN = new UUID(1, 2);

    private static Stage percent(int percent) {
        return new Stage("by percent", Set.of(), percent, USUAL);
    }

    private static Stage group(String group) {
        return new Stage("by group", Set.of(group), 0, USUAL);
    }

    private static List<Candidate> devices(int number, @Nullable String group) {
        return IntStream.range(0, number)
                .mapToObj(i -> new Candidate(new UUID(String.valueOf(group).hashCode(), i), group))
                .toList();
    }

    private static List<Integer> sizes(Stages stages, List<Candidate> devices) {
        Collection<Integer> assigned = stages.assign(CAMPAIGN, devices).values();
        return IntStream.range(0, stages.list().size())
                .map(stage -> Collections.frequency(assigned, stage))
                .boxed()
                .toList();
    }

    @Test
    void percentsAreSharesTogetherWithTheStagesBefore() {
        Stages stages = new Stages(List.of(percent(1), percent(10), percent(100)));
        assertThat(sizes(stages, devices(4210, null))).containsExactly(43, 378, 3789);
    }

    @Test
    void aSmallFleetHasADeviceInTheFirstStage() {
        Stages stages = new Stages(List.of(percent(1), percent(100)));
        assertThat(sizes(stages, devices(3, null))).containsExactly(1, 2);
        assertThat(sizes(stages, devices(0, null))).containsExactly(0, 0);
    }

    @Test
    void theLastStageTakesTheRest() {
        Stages stages = new Stages(List.of(percent(50), percent(60)));
        assertThat(sizes(stages, devices(10, null))).containsExactly(5, 5);
    }

    @Test
    void aNamedGroupGoesToItsStageAndTheOthersAreShared() {
        Stages stages = new Stages(List.of(group("house"), percent(10), percent(100)));
        List<Candidate> all = new java.util.ArrayList<>(devices(20, "house"));
        all.addAll(devices(100, null));
        all.addAll(devices(100, "elsewhere"));
        assertThat(sizes(stages, all)).containsExactly(20, 20, 180);
    }

    @Test
    void aRepeatGivesTheSameStagesInWhateverOrder() {
        Stages stages = new Stages(List.of(percent(10), percent(100)));
        List<Candidate> devices = devices(100, null);
        Map<UUID, Integer> first = stages.assign(CAMPAIGN, devices);
        assertThat(stages.assign(CAMPAIGN, devices.reversed())).isEqualTo(first);
        assertThat(stages.assign(new UUID(3, 4), devices)).isNotEqualTo(first);
    }
}
