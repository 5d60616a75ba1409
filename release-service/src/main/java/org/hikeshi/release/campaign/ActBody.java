package org.hikeshi.release.campaign;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.ProblemException;
import org.hikeshi.web.problem.Refusals;
import org.hikeshi.web.problem.StrictJson;
import org.jspecify.annotations.Nullable;

/**
 * What goes with an act; a request without a body says none of it.
 *
 * @param reason in words; needed to abort and to complete
 * @param evidence where a declared completion can be checked, in words
 * @param permille the declared share of units that have it; 1000 if absent
 */
@RegisterForReflection
public record ActBody(
        @Nullable String reason, @Nullable String evidence, @Nullable Integer permille) {
    private static final int LARGEST = 64 * 1024;
    private static final int LONGEST_TEXT = 4_000;
    private static final ActBody NOTHING = new ActBody(null, null, null);

    /**
     * @throws ProblemException if it is no such body
     */
    static ActBody read(InputStream body, ObjectMapper json) {
        try {
            byte[] bytes = body.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new ProblemException(Problem.of(413, "too-large"));
            }
            if (bytes.length == 0) {
                return NOTHING;
            }
            if (!StrictJson.isJson(bytes)) {
                throw new ProblemException(Problem.malformedJson());
            }
            return Optional.ofNullable(json.readValue(bytes, ActBody.class)).orElse(NOTHING);
        } catch (JacksonException unfit) {
            throw new ProblemException(Refusals.of(unfit).orElseGet(Problem::malformedJson));
        } catch (IOException brokenOff) {
            throw new ProblemException(Problem.malformedJson());
        }
    }

    List<FieldError> errors(CampaignAct act) {
        boolean needed = act == CampaignAct.ABORT || act == CampaignAct.COMPLETE;
        String words = words();
        if (needed && words == null) {
            return List.of(FieldError.at("/reason", "reason-needed"));
        }
        if (words != null && words.length() > LONGEST_TEXT) {
            return List.of(FieldError.at("/reason", "reason-long", LONGEST_TEXT));
        }
        boolean share = permille == null || (permille >= 0 && permille <= 1000);
        return share ? List.of() : List.of(FieldError.at("/permille", "permille"));
    }

    SteeringCampaign.Order order(CampaignAct act, String by) {
        return new SteeringCampaign.Order(act, by, words(), permille == null ? 1000 : permille);
    }

    /** Reason and evidence, null if neither was given. */
    private @Nullable String words() {
        String both =
                Stream.of(Optional.ofNullable(reason), Optional.ofNullable(evidence))
                        .flatMap(Optional::stream)
                        .filter(text -> !text.isBlank())
                        .collect(Collectors.joining("\n"));
        return both.isEmpty() ? null : both;
    }
}
