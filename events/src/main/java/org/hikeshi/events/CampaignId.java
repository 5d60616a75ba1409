package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Id of one distribution of a remediation; minted by release. */
public record CampaignId(UUID value) {

    /** From the canonical form: 36 characters, lower case. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CampaignId parse(String text) {
        return new CampaignId(CanonicalUuid.parse("a campaign id", text));
    }

    /** A new random one (version 4). */
    public static CampaignId random() {
        return new CampaignId(UUID.randomUUID());
    }

    @Override
    @JsonValue
    public String toString() {
        return value.toString();
    }
}
