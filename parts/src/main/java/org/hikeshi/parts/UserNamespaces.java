package org.hikeshi.parts;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;

/**
 * PostgreSQL refuses to run as root; in a user namespace without mapping it is nobody and content.
 */
public final class UserNamespaces {
    private UserNamespaces() {}

    /** Whether we are root on Linux. */
    public static boolean needed() {
        return System.getProperty("os.name").equals("Linux")
                && System.getProperty("user.name").equals("root");
    }

    /** Whether this machine lets us make one; forks {@code unshare} once. */
    public static boolean allowed() {
        try {
            return new ProcessBuilder("unshare", "-U", "true")
                            .redirectErrorStream(true)
                            .redirectOutput(Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static void demand() {
        if (!allowed()) {
            throw new PartFailed(
                    "PostgreSQL does not run as root, and this machine forbids user namespaces: start Hikeshi as another user.");
        }
    }
}
