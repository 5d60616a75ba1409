package org.hikeshi.system;

import java.net.URI;
import java.nio.file.Path;

/**
 * What a system under test runs as: processes of the launcher, or containers of compose. Its folder
 * holds the same things at the same places either way.
 */
sealed interface Installation permits Launcher, ComposedSystem {
    URI origin();

    int smtpPort();

    /** The folder with data, secrets, logs and the ports of everything. */
    Path home();

    /** What whoever started it was told. */
    Path console();

    /** Afterwards the mails until now are in the folder. */
    void bringMails();

    /** Afterwards whatever it keeps anywhere is in the folder, or copied there. */
    void bringAll();

    /** Ends it in whatever way, so that nothing is orphaned. */
    void end();
}
