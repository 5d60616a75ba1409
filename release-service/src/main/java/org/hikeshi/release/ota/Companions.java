package org.hikeshi.release.ota;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.util.HexFormat;
import java.util.Optional;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.release.artifact.ArtifactFile;
import org.hikeshi.release.artifact.Artifacts;
import org.hikeshi.release.signing.Signatures;
import org.hikeshi.trust.Sha256;

/** The small files that stand beside a firmware file, by name. */
@Singleton
class Companions {
    private static final String MANIFEST = "manifest.json";

    private final Artifacts artifacts;
    private final Signatures signatures;
    private final Transactions transactions;

    Companions(Artifacts artifacts, Signatures signatures, Transactions transactions) {
        this.artifacts = artifacts;
        this.signatures = signatures;
        this.transactions = transactions;
    }

    /** A small file and its media type. */
    record Companion(String type, byte[] bytes) {}

    Optional<Companion> of(ArtifactFile file, String name) {
        String prefix = file.name() + ".";
        if (name.startsWith(prefix)) {
            return besides(file, name.substring(prefix.length()));
        }
        return switch (name) {
            case MANIFEST -> manifest(file).map(bytes -> new Companion("application/json", bytes));
            case MANIFEST + ".sig" ->
                    manifest(file)
                            .map(Companions::digest)
                            .flatMap(this::signature)
                            .map(Companions::raw);
            default -> Optional.empty();
        };
    }

    private Optional<Companion> besides(ArtifactFile file, String kind) {
        return switch (kind) {
            case "MD5SUM" -> Optional.of(text(file.md5() + "  " + file.name() + "\n"));
            case "sha256" -> Optional.of(text(file.sha256() + "  " + file.name() + "\n"));
            case "sig" -> signature(file.sha256()).map(Companions::raw);
            default -> Optional.empty();
        };
    }

    private Optional<byte[]> manifest(ArtifactFile file) {
        return transactions.inTransaction(connection -> artifacts.manifest(file));
    }

    private Optional<byte[]> signature(String sha256) {
        return transactions.inTransaction(
                connection -> signatures.of(sha256).map(Signatures.Signed::signature));
    }

    private static String digest(byte[] bytes) {
        return HexFormat.of().formatHex(Sha256.of(bytes));
    }

    private static Companion raw(byte[] bytes) {
        return new Companion("application/octet-stream", bytes);
    }

    private static Companion text(String line) {
        return new Companion("text/plain;charset=UTF-8", line.getBytes(UTF_8));
    }
}
