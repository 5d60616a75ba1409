package org.hikeshi.intake.report;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.trust.ReceiptSigner;
import org.hikeshi.trust.ServiceIdentity;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;

/** {@code GET /api/v1/receipt-key}: with what receipts are checked, also old ones. */
@Path("/api/v1/receipt-key")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class ReceiptKeyResource {

    private final ReceiptSigner signer;
    private final ServiceIdentity identity;

    ReceiptKeyResource(ReceiptSigner signer, ServiceIdentity identity) {
        this.signer = signer;
        this.identity = identity;
    }

    /**
     * The key of new receipts and all keys there ever were.
     *
     * @param publicKey PEM (RFC 8410), as {@code openssl pkeyutl -verify -rawin -pubin} takes it
     */
    public record ReceiptKeys(
            String keyId, String algorithm, String publicKey, List<ReceiptKey> all) {}

    /** One key. */
    public record ReceiptKey(String keyId, String publicKey) {}

    @GET
    @Reaches(Reach.PUBLIC)
    @Operation(summary = "The public key of receipts")
    public ReceiptKeys keys() {
        return new ReceiptKeys(
                signer.key().kid(),
                "Ed25519",
                signer.key().publicKey().pem(),
                identity.directory().entries().stream()
                        .filter(entry -> entry.service().equals(identity.service()))
                        .map(entry -> new ReceiptKey(entry.kid(), entry.publicKey().pem()))
                        .toList());
    }
}
