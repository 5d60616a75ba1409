package org.hikeshi.web.multipart;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * Reads the rest of a refused body, within bounds: most clients look at the answer only after they
 * have sent everything, and would report a broken connection instead of the reason.
 */
public final class Draining {

    private static final long MOST_BYTES = 256L << 20;
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private Draining() {}

    public static void rest(InputStream body) {
        long until = System.nanoTime() + LONGEST.toNanos();
        byte[] scrap = new byte[64 * 1024];
        try {
            long total = 0;
            while (total < MOST_BYTES && System.nanoTime() < until) {
                int read = body.read(scrap);
                if (read < 0) {
                    return;
                }
                total += read;
            }
        } catch (IOException gone) {
            // Nobody is left to answer.
        }
    }
}
