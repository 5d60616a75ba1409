package org.hikeshi.release.campaign;

import java.time.Instant;
import java.util.List;

/** What a device is told when it asks. */
public sealed interface Offer {

    /** Stop that action and say so. */
    record Stop(int action) implements Offer {}

    /** There is something to install. */
    record Install(int action) implements Offer {}

    /** Nothing now. */
    record Nothing() implements Offer {}

    /**
     * One thing at a time, oldest first: a device that may have an action in hand is never told of
     * another one, or it might report success for what it never installed.
     */
    static Offer of(List<OpenAction> oldestFirst, Instant now) {
        for (OpenAction action : oldestFirst) {
            if (action.state() == ActionState.CANCELLING) {
                return new Stop(action.number());
            }
        }
        for (OpenAction action : oldestFirst) {
            if (action.inHand()) {
                return action.mayBeFetched(now) ? new Install(action.number()) : new Nothing();
            }
        }
        return oldestFirst.stream()
                .filter(action -> action.mayBeFetched(now))
                .findFirst()
                .<Offer>map(action -> new Install(action.number()))
                .orElseGet(Nothing::new);
    }
}
