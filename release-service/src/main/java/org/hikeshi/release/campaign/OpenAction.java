package org.hikeshi.release.campaign;

import java.time.Instant;

/** An action of a device that has not ended, and whether its campaign goes on. */
record OpenAction(int number, ActionState state, Instant notBefore, CampaignState campaign) {

    /** Whether the device may be told of it: as pending work or as work it is at already. */
    boolean mayBeFetched(Instant now) {
        return switch (state) {
            case PENDING -> campaign.offers() && !now.isBefore(notBefore);
            case RETRIEVED -> campaign.offers();
            // A device that has begun finishes, also while the campaign stands still.
            case RUNNING -> true;
            case PLANNED, CANCELLING, FINISHED, ERROR, CANCELLED -> false;
        };
    }

    /** Whether the device may have it in hand. */
    boolean inHand() {
        return state == ActionState.RETRIEVED
                || state == ActionState.RUNNING
                || state == ActionState.CANCELLING;
    }
}
