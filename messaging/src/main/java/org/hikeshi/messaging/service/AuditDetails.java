package org.hikeshi.messaging.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import org.hikeshi.trust.DataKey;
import org.hikeshi.trust.MasterKey;
import org.hikeshi.trust.SealedAt;
import org.hikeshi.trust.WrappedKey;

/** Seals what an operator writes: a wrapped key of its own (66 bytes), then the sealed text. */
@Singleton
class AuditDetails {
    private static final int WRAPPED = 66;

    private final MasterKey master;

    AuditDetails(MasterKey master) {
        this.master = master;
    }

    byte[] seal(String subject, String detail) {
        DataKey key = DataKey.generate();
        var sealed = new ByteArrayOutputStream();
        sealed.writeBytes(master.wrap(key).bytes());
        sealed.writeBytes(key.seal(detail.getBytes(UTF_8), place(subject)));
        return sealed.toByteArray();
    }

    String open(String subject, byte[] sealed) {
        byte[] wrapped = java.util.Arrays.copyOf(sealed, WRAPPED);
        byte[] text = java.util.Arrays.copyOfRange(sealed, WRAPPED, sealed.length);
        return new String(master.unwrap(WrappedKey.of(wrapped)).open(text, place(subject)), UTF_8);
    }

    private static SealedAt place(String subject) {
        return SealedAt.of("audit_entry", "sealed_detail", subject);
    }
}
