package org.hikeshi.release.campaign;

import java.util.List;
import java.util.Map;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.Filled;

/**
 * What goes with an act on the page of a rollout.
 *
 * @param percent declared share of units that have it; empty is all of them
 */
record ActForm(String reason, String percent) {

    ActBody body() {
        return new ActBody(reason, null, percent.isBlank() ? null : permille());
    }

    private int permille() {
        return percent.strip().matches("\\d{1,3}") ? Integer.parseInt(percent.strip()) * 10 : -1;
    }

    List<FieldError> errors(CampaignAct act) {
        return body().errors(act).stream()
                .map(
                        error ->
                                error.pointer().equals("/permille")
                                        ? FieldError.at("/percent", "percent")
                                        : error)
                .toList();
    }

    Filled left(List<FieldError> errors) {
        return Filled.with(Map.of("reason", reason, "percent", percent), errors);
    }
}
