package org.hikeshi.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.UUID;
import org.hikeshi.launcher.demo.Door;
import org.hikeshi.launcher.demo.Finder;

/** A file that a finder sends after the report; what it is called and holds does not matter. */
final class AddedFile {
    private static final String PART =
            "--knock\r\nContent-Disposition: form-data; name=\"attachment\";"
                    + " filename=\"log.txt\"\r\n\r\nx\r\n--knock--\r\n";

    private AddedFile() {}

    /** Its id. */
    static String by(Finder finder, Door door) {
        String path = "/api/v1/reports/" + finder.trackingCode() + "/attachments";
        String key = "Bearer " + finder.accessKey();
        Map<String, String> headers =
                Map.of(
                        "Authorization",
                        key,
                        "Content-Type",
                        "multipart/form-data; boundary=knock",
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
        door.expect(new Door.Call(null, "POST", path, PART.getBytes(UTF_8), headers));
        return door.expect(Door.Call.of(null, "GET", path, null).with("Authorization", key))
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
    }
}
