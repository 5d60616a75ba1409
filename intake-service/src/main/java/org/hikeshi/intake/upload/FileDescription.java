package org.hikeshi.intake.upload;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.hikeshi.trust.DataKey;
import org.hikeshi.trust.SealedAt;

/** Name, type and hash of a file as the sealed bytes of one column. */
final class FileDescription {

    private FileDescription() {}

    static byte[] seal(DataKey key, SealedFile file) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(1);
            for (byte[] field :
                    new byte[][] {
                        file.name().getBytes(StandardCharsets.UTF_8),
                        file.contentType().getBytes(StandardCharsets.UTF_8),
                        file.sha256()
                    }) {
                out.writeInt(field.length);
                out.write(field);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return key.seal(bytes.toByteArray(), place(file.id()));
    }

    static SealedFile open(DataKey key, UUID id, long size, byte[] sealed) {
        byte[] plain = key.open(sealed, place(id));
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(plain))) {
            if (in.readByte() != 1) {
                throw new IOException("unknown version of a file description");
            }
            String name = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
            String type = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
            return new SealedFile(id, name, type, size, in.readNBytes(in.readInt()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static SealedAt place(UUID id) {
        return SealedAt.of("attachment", "description", id.toString());
    }
}
