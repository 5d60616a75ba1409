package org.hikeshi.release.signing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Signatures by the digest of what was signed. Inside the caller's transaction. */
@ApplicationScoped
public class Signatures {
    private static final String KEEP =
            "INSERT INTO firmware_signature (sha256, key_id, signature, first_approver,"
                    + " second_approver, signed_at) VALUES (:sha256, :keyId, :signature, :first,"
                    + " :second, :at) ON CONFLICT DO NOTHING";
    private static final String KEEP_KEY =
            "INSERT INTO firmware_key (key_id, public_key, first_used)"
                    + " VALUES (:keyId, :pem, :at) ON CONFLICT DO NOTHING";

    private final Rows rows;

    Signatures(Rows rows) {
        this.rows = rows;
    }

    /**
     * A signature and who agreed to it.
     *
     * @param firstApprover who passed QA for these bytes; absent if the policy asks for none
     */
    public record Signed(
            String sha256,
            String keyId,
            byte[] signature,
            @Nullable String firstApprover,
            String secondApprover,
            Instant at) {}

    /** Keeps a signature unless one is there for these bytes: the first stored one wins. */
    void keep(Signed signed, FirmwareKey key) {
        rows.getEntityManager()
                .createNativeQuery(KEEP_KEY)
                .setParameter("keyId", key.id())
                .setParameter("pem", key.publicPem())
                .setParameter("at", signed.at())
                .executeUpdate();
        rows.getEntityManager()
                .createNativeQuery(KEEP)
                .setParameter("sha256", signed.sha256())
                .setParameter("keyId", signed.keyId())
                .setParameter("signature", signed.signature())
                .setParameter("first", signed.firstApprover())
                .setParameter("second", signed.secondApprover())
                .setParameter("at", signed.at())
                .executeUpdate();
    }

    /** The signature of the bytes with this digest. */
    public Optional<Signed> of(String sha256) {
        return rows.findByIdOptional(sha256)
                .map(
                        row ->
                                new Signed(
                                        row.sha256,
                                        row.keyId,
                                        row.signature,
                                        row.firstApprover,
                                        row.secondApprover,
                                        row.signedAt));
    }

    /** Which of these digests have a signature. */
    public Set<String> signed(Collection<String> digests) {
        return digests.isEmpty()
                ? Set.of()
                : rows.list("sha256 in ?1", digests).stream()
                        .map(row -> row.sha256)
                        .collect(Collectors.toSet());
    }

    /** Keys that signed something here, by id. */
    Set<String> keyIds() {
        return rows
                .find("select distinct s.keyId from SignatureRow s")
                .project(String.class)
                .stream()
                .collect(Collectors.toSet());
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<SignatureRow, String> {}
}
