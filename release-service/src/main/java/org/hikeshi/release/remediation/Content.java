package org.hikeshi.release.remediation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.hikeshi.policy.RemedyKind;
import org.hikeshi.release.artifact.ArtifactFile;
import org.hikeshi.trust.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * What people approve. Its hash is what an approval is bound to.
 *
 * @param version of a fix; a mitigation may have none
 * @param minimumVersion the floor of the manifests; without one it is each file's own version
 * @param summary for staff; prose, sealed where it is kept
 * @param workaroundJa what the reporter is told to do meanwhile, if anything
 */
public record Content(
        RemedyKind kind,
        List<UUID> products,
        @Nullable String version,
        @Nullable String minimumVersion,
        String summary,
        @Nullable String workaroundJa,
        @Nullable String workaroundEn) {

    public Content {
        products = List.copyOf(products);
    }

    /**
     * SHA-256 over every field and every file's place and digest, each with its length before it.
     */
    public String hash(List<ArtifactFile> files) {
        MessageDigest digest = Sha256.digest();
        add(digest, "hikeshi-remediation-v1");
        add(digest, kind.name());
        products.stream().map(UUID::toString).sorted().forEach(id -> add(digest, id));
        add(digest, version);
        add(digest, minimumVersion);
        add(digest, summary);
        add(digest, workaroundJa);
        add(digest, workaroundEn);
        files.stream()
                .map(f -> String.join("|", f.model(), f.version(), f.suffix(), f.sha256()))
                .sorted()
                .forEach(file -> add(digest, file));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, @Nullable String text) {
        byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(text == null ? -1 : bytes.length).array());
        digest.update(bytes);
    }
}
