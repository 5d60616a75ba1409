package org.hikeshi.trust.openpgp;

import java.nio.file.Path;
import java.util.List;

/**
 * Where the files of the desk's certificate lie, all in ASCII armour.
 *
 * @param primary every secret, the certifying key included: to be kept apart from the services
 * @param intake subkeys that decrypt mail and sign receipts
 * @param notifier subkeys that sign mails
 * @param disclosure subkeys that sign advisories
 * @param certificate the public part, for everybody
 */
public record DeskKeyFiles(
        Path primary, Path intake, Path notifier, Path disclosure, Path certificate) {

    /** The services' own files, in the order in which their signing subkeys are made. */
    List<Path> ofServices() {
        return List.of(intake, notifier, disclosure);
    }
}
