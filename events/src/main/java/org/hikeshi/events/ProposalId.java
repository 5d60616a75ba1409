package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Id of a date of publication that was proposed to reporters; minted by disclosure. */
public record ProposalId(UUID value) {

    /** From the canonical form: 36 characters, lower case. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ProposalId parse(String text) {
        return new ProposalId(CanonicalUuid.parse("a proposal id", text));
    }

    /** A new random one (version 4). */
    public static ProposalId random() {
        return new ProposalId(UUID.randomUUID());
    }

    @Override
    @JsonValue
    public String toString() {
        return value.toString();
    }
}
