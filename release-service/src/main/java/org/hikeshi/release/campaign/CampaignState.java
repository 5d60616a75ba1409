package org.hikeshi.release.campaign;

/**
 * Where a campaign stands. Starting and resuming take two people, so each has a state in which the
 * first person's wish waits for the second; stopping takes one.
 */
public enum CampaignState {
    DRAFT,
    /** One person asked for the start; another one confirms. */
    START_ASKED,
    RUNNING,
    /** Stopped by a person. */
    PAUSED,
    /** Stopped by itself: too many failures. */
    HALTED,
    /** One person asked to go on; another one confirms. */
    RESUME_ASKED,
    COMPLETED,
    ABORTED;

    /** Where an act leads. */
    public sealed interface Step {
        /** It is legal. */
        record To(CampaignState state) implements Step {}

        /**
         * It is not; nothing changes.
         *
         * @param reason code of a problem: {@code own-work} or {@code campaign-state}
         */
        record Refused(String reason) implements Step {}
    }

    /**
     * @param own whether the actor is the first of the two people: whose wish waits, or who drafted
     *     it while nobody's does
     */
    public Step on(CampaignAct act, boolean own) {
        return switch (act) {
            case START -> started(own);
            case RESUME -> resumed(own);
            case PAUSE -> paused();
            case ABORT -> this == ABORTED ? illegal() : to(ABORTED);
            case COMPLETE -> this == RUNNING ? to(COMPLETED) : illegal();
        };
    }

    private Step started(boolean own) {
        return switch (this) {
            case DRAFT -> to(own ? START_ASKED : RUNNING);
            case START_ASKED -> own ? new Step.Refused("own-work") : to(RUNNING);
            case RUNNING, PAUSED, HALTED, RESUME_ASKED, COMPLETED, ABORTED -> illegal();
        };
    }

    private Step resumed(boolean own) {
        return switch (this) {
            case PAUSED, HALTED -> to(RESUME_ASKED);
            case RESUME_ASKED -> own ? new Step.Refused("own-work") : to(RUNNING);
            case DRAFT, START_ASKED, RUNNING, COMPLETED, ABORTED -> illegal();
        };
    }

    /** A wish that waits is taken back by the same click. */
    private Step paused() {
        return switch (this) {
            case START_ASKED -> to(DRAFT);
            case RUNNING, RESUME_ASKED -> to(PAUSED);
            case DRAFT, PAUSED, HALTED, COMPLETED, ABORTED -> illegal();
        };
    }

    /**
     * Whether devices that have not begun are offered their update; late ones after completion too.
     */
    public boolean offers() {
        return this == RUNNING || this == COMPLETED;
    }

    private static Step to(CampaignState state) {
        return new Step.To(state);
    }

    private static Step illegal() {
        return new Step.Refused("campaign-state");
    }
}
