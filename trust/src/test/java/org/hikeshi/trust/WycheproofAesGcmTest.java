package org.hikeshi.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Project Wycheproof's AES-GCM vectors of our parameters: 256-bit key, 96-bit nonce, full tag. */
class WycheproofAesGcmTest {

    @Test
    void everyVerdictIsTheirs() throws IOException {
        String corpora = System.getenv("HIKESHI_CORPORA");
        Path file =
                Path.of(
                        corpora == null ? "." : corpora,
                        "wycheproof/testvectors_v1/aes_gcm_test.json");
        assumeTrue(
                corpora != null && Files.isReadable(file),
                "skipped: Wycheproof's AES-GCM vectors are not there (HIKESHI_CORPORA)");
        int valid = 0;
        int invalid = 0;
        for (JsonNode group : new ObjectMapper().readTree(file.toFile()).path("testGroups")) {
            if (!isOurs(group)) {
                continue;
            }
            for (JsonNode vector : group.path("tests")) {
                if (vector.path("result").asText().equals("valid")) {
                    opens(vector);
                    valid++;
                } else {
                    staysShut(vector);
                    invalid++;
                }
            }
        }
        assertThat(valid).isGreaterThan(30);
        assertThat(invalid).isGreaterThan(20);
    }

    private static boolean isOurs(JsonNode group) {
        return group.path("keySize").asInt() == 256
                && group.path("ivSize").asInt() == 96
                && group.path("tagSize").asInt() == 128;
    }

    private static void opens(JsonNode vector) {
        byte[] plain = hex(vector, "msg");
        byte[] sealed =
                HexFormat.of().parseHex(vector.path("ct").asText() + vector.path("tag").asText());
        byte[] out = new byte[sealed.length];
        AesGcm.seal(
                hex(vector, "key"),
                hex(vector, "iv"),
                hex(vector, "aad"),
                plain,
                plain.length,
                out,
                0);
        assertThat(out).as(vector.path("tcId").asText()).isEqualTo(sealed);
        assertThat(open(vector, sealed)).isEqualTo(plain);
    }

    private static void staysShut(JsonNode vector) {
        byte[] sealed =
                HexFormat.of().parseHex(vector.path("ct").asText() + vector.path("tag").asText());
        assertThatExceptionOfType(NotOpened.class)
                .as(vector.path("tcId").asText())
                .isThrownBy(() -> open(vector, sealed));
    }

    private static byte[] open(JsonNode vector, byte[] sealed) {
        return AesGcm.open(hex(vector, "key"), hex(vector, "iv"), hex(vector, "aad"), sealed, 0);
    }

    private static byte[] hex(JsonNode vector, String field) {
        return HexFormat.of().parseHex(vector.path(field).asText());
    }
}
