package org.hikeshi.web.problem;

import io.quarkus.runtime.LaunchMode;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jboss.logging.Logger;

/**
 * A failure as the log may keep it: classes and lines. Messages are left out, since drivers and
 * parsers quote in them what an outsider sent ("Failing row contains …").
 */
final class Incident {

    private static final int FRAMES = 25;
    private static final int CAUSES = 5;

    private static final Logger LOG = Logger.getLogger(Incident.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private Incident() {}

    /** Writes a failure down and returns the random number under which it stands in the log. */
    static String log(Throwable failure) {
        byte[] number = new byte[6];
        RANDOM.nextBytes(number);
        String incident = HexFormat.of().formatHex(number);
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            LOG.errorf("incident %s: %s", incident, describe(failure));
        } else {
            /* A developer's machine or a test: no outsider's words are at stake. */
            LOG.errorf(failure, "incident %s", incident);
        }
        return incident;
    }

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
