package org.hikeshi.release.signing;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import org.hikeshi.messaging.Transactions;
import org.jboss.logging.Logger;

/**
 * Finds the signing key when the service starts. A trial without one gets one, but only if nothing
 * was signed yet: with another key, what is offered would no longer verify.
 */
@ApplicationScoped
public class KeyAtStart {
    private static final Logger LOG = Logger.getLogger(KeyAtStart.class);

    private final Signatures signatures;
    private final Transactions transactions;
    private final Clock clock;

    KeyAtStart(Signatures signatures, Transactions transactions, Clock clock) {
        this.signatures = signatures;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * @throws IllegalStateException if there is no key to go on with
     */
    public FirmwareKey key(Path keystore, char[] password, boolean trial) {
        Set<String> used = transactions.inTransaction(connection -> signatures.keyIds());
        if (Files.exists(keystore)) {
            return FirmwareKeystore.load(keystore, password);
        }
        if (!trial || !used.isEmpty()) {
            throw new IllegalStateException(
                    "there is no keystore with the firmware signing key at " + keystore);
        }
        FirmwareKey key = FirmwareKeystore.create(keystore, password, clock.instant());
        LOG.infof("made the firmware signing key %s of this trial", key.id());
        return key;
    }
}
