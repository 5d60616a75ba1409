package org.hikeshi.web.problem;

/**
 * A failure as the log may keep it: classes and lines. Messages are left out, since drivers and
 * parsers quote in them what an outsider sent ("Failing row contains …").
 */
final class Incident {

    private static final int FRAMES = 25;
    private static final int CAUSES = 5;

    private Incident() {}

    static String describe(Throwable failure) {
        StringBuilder text = new StringBuilder();
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < CAUSES; depth++, cause = cause.getCause()) {
            text.append(depth == 0 ? "" : "\ncaused by ").append(cause.getClass().getName());
            StackTraceElement[] frames = cause.getStackTrace();
            for (int at = 0; at < Math.min(FRAMES, frames.length); at++) {
                text.append("\n  at ").append(frames[at]);
            }
        }
        return text.toString();
    }
}
