package org.hikeshi.release.campaign;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** The stages of a campaign in order; the last one takes every device that no other one took. */
public record Stages(List<Stage> list) {
    public Stages {
        list = List.copyOf(list);
    }

    /** A device that is to be assigned. */
    public record Candidate(UUID device, @Nullable String group) {}

    /**
     * Which stage each device belongs to, counted from 0. Devices of a named group go to its first
     * stage; the others are shuffled by a hash of campaign and device, so that no stage is made of
     * the oldest devices and a repeat gives the same result. Shares are rounded up: a first stage
     * is never empty while there is a device left for it.
     */
    public Map<UUID, Integer> assign(UUID campaign, List<Candidate> devices) {
        Map<UUID, Integer> stages = new HashMap<>();
        List<UUID> rest = new ArrayList<>();
        for (Candidate device : devices) {
            int named = stageOfGroup(device.group());
            if (named >= 0) {
                stages.put(device.device(), named);
            } else {
                rest.add(device.device());
            }
        }
        rest.sort(
                Comparator.comparingLong((UUID device) -> shuffle(campaign, device))
                        .thenComparing(Comparator.naturalOrder()));
        int at = 0;
        for (int stage = 0; stage < list.size(); stage++) {
            int until = stage == list.size() - 1 ? rest.size() : upTo(stage, rest.size());
            for (; at < until; at++) {
                stages.put(rest.get(at), stage);
            }
        }
        return stages;
    }

    /** Devices that came after the first assignment: their group's stage, else the last one. */
    public Map<UUID, Integer> assignLate(List<Candidate> devices) {
        Map<UUID, Integer> stages = new HashMap<>();
        for (Candidate device : devices) {
            int named = stageOfGroup(device.group());
            stages.put(device.device(), named >= 0 ? named : list.size() - 1);
        }
        return stages;
    }

    private int stageOfGroup(@Nullable String group) {
        for (int stage = 0; group != null && stage < list.size(); stage++) {
            if (list.get(stage).groups().contains(group)) {
                return stage;
            }
        }
        return -1;
    }

    private int upTo(int stage, int devices) {
        Stage share = list.get(stage);
        return share.byGroup() ? 0 : (int) ((devices * (long) share.percent() + 99) / 100);
    }

    private static long shuffle(UUID campaign, UUID device) {
        CRC32C hash = new CRC32C();
        hash.update(ByteBuffer.wrap((campaign + "/" + device).getBytes(StandardCharsets.US_ASCII)));
        return hash.getValue();
    }
}
