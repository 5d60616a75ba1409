package org.hikeshi.disclosure.date;

/** How a proposal ended. */
public enum ProposalEnd {
    /** All reporters said yes. */
    ACCEPTED,
    /** The time for answering passed and nobody wished otherwise. */
    SILENCE,
    /** A person decided, with a reason. */
    DECIDED,
    /** Another proposal took its place. */
    REPLACED
}
