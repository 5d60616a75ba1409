package org.hikeshi.triage.milestone;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** The milestones in the order of the stages. */
public enum MilestoneName {
    RECEIVED(false),
    CONFIRMED(false),
    SCORED(false),
    MITIGATED(true),
    PATCH_READY(true),
    DISTRIBUTING(true),
    DISTRIBUTED(true),
    DISCLOSED(false),
    CLOSED(false);

    private final boolean perProduct;

    MilestoneName(boolean perProduct) {
        this.perProduct = perProduct;
    }

    /** Whether each affected product reaches it for itself. */
    public boolean perProduct() {
        return perProduct;
    }

    /** As in the API: {@code patch-ready}. */
    @JsonValue
    public String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads {@link #written()}; IllegalArgumentException for anything else. */
    @JsonCreator
    public static MilestoneName parse(String text) {
        return Arrays.stream(values())
                .filter(name -> name.written().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no milestone of that name"));
    }
}
