package org.hikeshi.release.campaign;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hikeshi.events.DistributionChannel;
import org.hikeshi.web.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as it is asked for.
 *
 * @param channel {@code ota} (if absent), {@code download} or {@code manual}
 * @param automatic whether devices install by themselves; true if absent
 * @param stages one stage of everything if absent; only over the air
 */
@RegisterForReflection
public record CampaignBody(
        @Nullable String channel, @Nullable Boolean automatic, @Nullable List<StageBody> stages) {
    private static final int MOST_STAGES = 10;
    private static final int USUAL_SUCCESS = 90;
    private static final int USUAL_FAILURE = 5;

    /**
     * A stage: devices of groups, or a share of all others.
     *
     * @param percent together with the stages before; 100 if absent
     * @param success percent that opens the next stage; 90 if absent
     * @param failure percent above which the campaign halts; 5 if absent
     */
    @RegisterForReflection
    public record StageBody(
            @Nullable String name,
            @Nullable List<String> groups,
            @Nullable Integer percent,
            @Nullable Integer success,
            @Nullable Integer failure) {}

    /** What cannot be taken. */
    List<FieldError> errors() {
        List<FieldError> errors = new ArrayList<>();
        if (channelOf().isEmpty()) {
            errors.add(FieldError.at("/channel", "campaign-channel"));
        }
        List<StageBody> list = stages == null ? List.of() : stages;
        if (list.size() > MOST_STAGES) {
            errors.add(FieldError.at("/stages", "stages-number", MOST_STAGES));
            return errors;
        }
        int before = 0;
        for (int at = 0; at < list.size(); at++) {
            StageBody stage = list.get(at);
            check(errors, "/stages/" + at, stage, before);
            before = stage.percent() == null ? before : stage.percent();
        }
        return errors;
    }

    private static void check(List<FieldError> errors, String at, StageBody stage, int before) {
        if (stage.name() == null || !stage.name().matches("[\\P{Cntrl}]{1,60}")) {
            errors.add(FieldError.at(at + "/name", "stage-name"));
        }
        boolean byGroup = stage.groups() != null && !stage.groups().isEmpty();
        if (byGroup == (stage.percent() != null)) {
            errors.add(FieldError.at(at + "/percent", "stage-share"));
        } else if (stage.percent() != null
                && (stage.percent() <= before || stage.percent() > 100)) {
            errors.add(FieldError.at(at + "/percent", "stage-percent"));
        }
        if (stage.success() != null && (stage.success() < 1 || stage.success() > 100)) {
            errors.add(FieldError.at(at + "/success", "percent"));
        }
        if (stage.failure() != null && (stage.failure() < 0 || stage.failure() > 100)) {
            errors.add(FieldError.at(at + "/failure", "percent"));
        }
    }

    DraftingCampaign.Draft draft() {
        return new DraftingCampaign.Draft(
                channelOf().orElseThrow(),
                automatic == null || automatic,
                new Stages(
                        stages == null || stages.isEmpty()
                                ? List.of(stage(new StageBody("1", null, 100, null, null)))
                                : stages.stream().map(CampaignBody::stage).toList()));
    }

    private static Stage stage(StageBody body) {
        return new Stage(
                String.valueOf(body.name()),
                body.groups() == null ? Set.of() : Set.copyOf(body.groups()),
                body.percent() == null ? 0 : body.percent(),
                new Thresholds(
                        body.success() == null ? USUAL_SUCCESS : body.success(),
                        body.failure() == null ? USUAL_FAILURE : body.failure()));
    }

    private Optional<DistributionChannel> channelOf() {
        String word = channel == null ? "ota" : channel;
        return List.of(
                        DistributionChannel.OTA,
                        DistributionChannel.DOWNLOAD,
                        DistributionChannel.MANUAL)
                .stream()
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }
}
