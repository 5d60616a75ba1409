package org.hikeshi.release.signing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hikeshi.release.artifact.ArtifactFile;
import org.hikeshi.release.artifact.ArtifactStore;
import org.hikeshi.release.artifact.Artifacts;
import org.hikeshi.trust.Sha256;
import org.jspecify.annotations.Nullable;

/** Signs files with their manifests, and verifies what was signed. */
@Singleton
public class FirmwareSigning {
    private final FirmwareKey key;
    private final Signatures signatures;
    private final Artifacts artifacts;
    private final ArtifactStore store;
    private final ObjectMapper json;
    private final Duration validity;

    FirmwareSigning(
            FirmwareKey key,
            Signatures signatures,
            Artifacts artifacts,
            ArtifactStore store,
            ObjectMapper json,
            @ConfigProperty(name = "hikeshi.signing.manifest-validity") Duration validity) {
        this.key = key;
        this.signatures = signatures;
        this.artifacts = artifacts;
        this.store = store;
        this.json = json;
        this.validity = validity;
    }

    /**
     * A file's signature and its manifest with its own.
     *
     * @param manifest exact bytes
     */
    public record Sealed(
            String keyId, byte[] signature, byte[] manifest, byte[] manifestSignature) {}

    /** Two people who agreed that these bytes be signed. */
    public record Approvers(@Nullable String first, String second) {}

    /** The key whose public part is offered. */
    public FirmwareKey key() {
        return key;
    }

    /**
     * Signs a stored file. Outside any transaction: nothing is kept.
     *
     * @param floor the lowest version a device may go back to afterwards
     */
    public Sealed seal(ArtifactFile file, String floor, Instant now) throws IOException {
        Instant from = now.truncatedTo(ChronoUnit.SECONDS);
        Manifest manifest =
                new Manifest(
                        file.model(),
                        file.version(),
                        floor,
                        file.sha256(),
                        file.size(),
                        from,
                        from.plus(validity));
        byte[] bytes = bytes(manifest);
        try (InputStream firmware = Files.newInputStream(store.place(file.sha256()))) {
            return new Sealed(
                    key.id(), key.sign(firmware), bytes, key.sign(new ByteArrayInputStream(bytes)));
        }
    }

    /** Keeps what was signed, inside the caller's transaction; what is there already stays. */
    public void keep(ArtifactFile file, Sealed sealed, Approvers approvers, Instant at) {
        signatures.keep(signed(file.sha256(), sealed.signature(), approvers, at), key);
        if (artifacts.manifest(file).isEmpty()) {
            artifacts.keepManifest(file, sealed.manifest());
            signatures.keep(
                    signed(digest(sealed.manifest()), sealed.manifestSignature(), approvers, at),
                    key);
        }
    }

    private Signatures.Signed signed(
            String sha256, byte[] signature, Approvers approvers, Instant at) {
        return new Signatures.Signed(
                sha256, key.id(), signature, approvers.first(), approvers.second(), at);
    }

    /** What is stored beside a file, once signed. Inside the caller's transaction. */
    public Optional<Sealed> sealed(ArtifactFile file) {
        Optional<Signatures.Signed> signature = signatures.of(file.sha256());
        Optional<byte[]> manifest = artifacts.manifest(file);
        if (signature.isEmpty() || manifest.isEmpty()) {
            return Optional.empty();
        }
        return signatures
                .of(digest(manifest.get()))
                .map(
                        ofManifest ->
                                new Sealed(
                                        signature.get().keyId(),
                                        signature.get().signature(),
                                        manifest.get(),
                                        ofManifest.signature()));
    }

    /** Whether the stored bytes carry this signature, and the manifest speaks of these bytes. */
    public boolean verifies(ArtifactFile file, Sealed sealed) throws IOException {
        Manifest manifest = json.readValue(sealed.manifest(), Manifest.class);
        boolean fits =
                manifest.model().equals(file.model())
                        && manifest.version().equals(file.version())
                        && manifest.sha256().equals(file.sha256())
                        && manifest.size() == file.size();
        if (!fits
                || !key.verify(
                        new ByteArrayInputStream(sealed.manifest()), sealed.manifestSignature())) {
            return false;
        }
        try (InputStream firmware = Files.newInputStream(store.place(file.sha256()))) {
            return key.verify(firmware, sealed.signature());
        }
    }

    private byte[] bytes(Manifest manifest) {
        try {
            return json.writeValueAsBytes(manifest);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a manifest is plain values", impossible);
        }
    }

    private static String digest(byte[] bytes) {
        return HexFormat.of().formatHex(Sha256.of(bytes));
    }
}
