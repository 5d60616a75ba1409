package org.hikeshi.intake.conversation;

import java.util.Locale;

/** What a message is. */
public enum MessageKind {
    /** The desk writes. */
    WORD(true),
    /** The desk asks and hopes for an answer. */
    QUESTION(true),
    /** The outcome of the assessment (A3.2). */
    FINDINGS(true),
    /** Why a case was closed, and how to object. */
    CLOSURE_REASON(true),
    /** What helps until there is a fix. */
    WORKAROUND(true),
    /** Why a date moved (E5.1-mark). */
    TIMELINE_REASON(true),
    /** Where things stand, also when nothing moved (A4.3). */
    PROGRESS(true),
    /** The reporter writes. */
    REPLY(false),
    /** What the reporter said beside the answer to a proposed date. */
    DATE_ANSWER(false),
    /** What the reporter said beside the verdict on a fix. */
    FIX_CHECK(false),
    /** Why the reporter does not agree to a closure. */
    OBJECTION(false),
    /** How it was, after the end (Z5). */
    FEEDBACK(false);

    private final boolean fromDesk;

    MessageKind(boolean fromDesk) {
        this.fromDesk = fromDesk;
    }

    /** Whether our side says it. */
    public boolean fromDesk() {
        return fromDesk;
    }

    /** Whether another service says it, in prepared words. */
    boolean byService() {
        return fromDesk && this != WORD && this != QUESTION;
    }

    /** {@code closure-reason}, as in the API. */
    public String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
