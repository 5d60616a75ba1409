package org.hikeshi.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenFilesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private final EventCodec codec = new EventCodec();

    static Stream<GoldenFiles.Golden> golden() {
        return GoldenFiles.committed().all().stream();
    }

    /**
     * Append-only: a file that was changed or removed no longer fits its line; a new one needs one.
     */
    @Test
    void theListNamesEveryFileWithItsHash() {
        List<String> lines =
                golden().map(file -> sha256(file.value()) + "  " + file.name()).toList();
        assertThat(GoldenFiles.committed().listed()).containsExactlyElementsOf(lines);
    }

    @Test
    void everyTypeHasGoldenFiles() {
        assertThat(golden().map(GoldenFiles.Golden::ceType).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(EventType.values()).map(EventType::ceType).toList());
    }

    @ParameterizedTest
    @MethodSource("golden")
    void todaysCodeReadsIt(GoldenFiles.Golden golden) throws UnreadableEvent {
        SaidEvent event = codec.decode(golden.ceType(), golden.value());
        assertThat(event.type()).isEqualTo(golden.ceType());
    }

    /** Reading keeps every value that we know: none is dropped, none changes its meaning. */
    @ParameterizedTest
    @MethodSource("golden")
    void whatItSaidIsStillSaid(GoldenFiles.Golden golden) throws Exception {
        JsonNode then = JSON.readTree(golden.value());
        SaidEvent event = codec.decode(golden.ceType(), golden.value());
        if (then.path("source").asText().equals("carrier-pigeon")) {
            assertThat(((ReportReceived) event).source()).isEqualTo(Source.UNKNOWN);
            return;
        }
        JsonNode now = JSON.readTree(codec.encode(event));
        for (Map.Entry<String, JsonNode> field : then.properties()) {
            assertThat(sameMoment(field.getKey(), now.path(field.getKey())))
                    .as(field.getKey())
                    .isEqualTo(sameMoment(field.getKey(), field.getValue()));
        }
    }

    @Test
    void aFieldAddedLaterIsIgnored() throws IOException, UnreadableEvent {
        GoldenFiles.Golden later =
                golden().filter(file -> file.name().contains("later-speaker")).findFirst().get();
        ReportReceived event = (ReportReceived) codec.decode(later.ceType(), later.value());
        assertThat(event.policyVersion()).isEqualTo(PolicyVersion.parse("1.0"));
        assertThat(event.product()).isNull();
        assertThat(JSON.readTree(later.value()).has("added")).isTrue();
    }

    private static String sameMoment(String field, JsonNode value) {
        return field.matches("at|date|due|.*(At|By|Due)")
                        && value.isTextual()
                        && value.textValue().endsWith("Z")
                ? java.time.Instant.parse(value.textValue()).toString()
                : value.toString();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
