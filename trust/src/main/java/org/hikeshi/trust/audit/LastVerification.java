package org.hikeshi.trust.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * What the verifier said last, left beside the checkpoints as {@code <service>.verified.json} for a
 * page to show. A note and no proof: whoever can write there can write this too.
 *
 * @param rows chained rows then
 * @param signed sequence covered by the newest checkpoint then
 * @param findings how many; 0 if nothing was found
 * @param proven false if there was no exported checkpoint
 * @param whole false if something was open that should not be, such as an old end without signature
 */
public record LastVerification(
        String service,
        Instant at,
        long rows,
        long signed,
        long findings,
        boolean proven,
        boolean whole) {
    private static final JsonMapper JSON = new JsonMapper();

    public static LastVerification of(Verified verified, Instant at) {
        return new LastVerification(
                verified.service(),
                at,
                verified.rows(),
                verified.newest(),
                verified.findings().size(),
                !verified.unproven(),
                verified.wholly());
    }

    public boolean sound() {
        return findings == 0 && proven && whole;
    }

    /** Replaces the note of the service. */
    public void write(Path folder) throws IOException {
        Path fresh = Files.createTempFile(folder, service, ".tmp");
        Files.writeString(
                fresh,
                JSON.createObjectNode()
                                .put("service", service)
                                .put("at", at.toString())
                                .put("rows", rows)
                                .put("signed", signed)
                                .put("findings", findings)
                                .put("proven", proven)
                                .put("whole", whole)
                        + "\n");
        Files.move(fresh, file(folder, service), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Empty if nobody has verified, or the note cannot be read. */
    public static Optional<LastVerification> read(Path folder, String service) {
        try {
            JsonNode json = JSON.readTree(Files.readString(file(folder, service)));
            return Optional.of(
                    new LastVerification(
                            service,
                            Instant.parse(json.path("at").asText()),
                            json.path("rows").asLong(),
                            json.path("signed").asLong(),
                            json.path("findings").asLong(),
                            json.path("proven").asBoolean(),
                            json.path("whole").asBoolean(true)));
        } catch (IOException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Path file(Path folder, String service) {
        return folder.resolve(service + ".verified.json");
    }
}
