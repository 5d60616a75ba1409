package org.hikeshi.release.remediation;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.release.artifact.ArtifactFile;
import org.hikeshi.release.artifact.ArtifactStore;
import org.hikeshi.release.signing.FirmwareSigning;
import org.jboss.logging.Logger;

/** Looks at the bytes that would be offered, not at what is said about them. */
@ApplicationScoped
class CheckingFiles {
    private static final Logger LOG = Logger.getLogger(CheckingFiles.class);

    private final Transactions transactions;
    private final ArtifactStore store;
    private final FirmwareSigning signing;

    CheckingFiles(Transactions transactions, ArtifactStore store, FirmwareSigning signing) {
        this.transactions = transactions;
        this.store = store;
        this.signing = signing;
    }

    /** Whether every stored file is what its digest says and its signatures are good. */
    boolean verifies(Dossier dossier) {
        return dossier.files().stream().allMatch(this::verifies);
    }

    private boolean verifies(ArtifactFile file) {
        try {
            boolean good =
                    store.intact(file.sha256())
                            && transactions
                                    .inTransaction(connection -> signing.sealed(file))
                                    .filter(signed -> verified(file, signed))
                                    .isPresent();
            if (!good) {
                LOG.errorf("stored file %s does not verify", file.sha256());
            }
            return good;
        } catch (IOException e) {
            throw new UncheckedIOException("a stored file cannot be read", e);
        }
    }

    private boolean verified(ArtifactFile file, FirmwareSigning.Sealed sealed) {
        try {
            return signing.verifies(file, sealed);
        } catch (IOException e) {
            throw new UncheckedIOException("a stored file cannot be read", e);
        }
    }
}
