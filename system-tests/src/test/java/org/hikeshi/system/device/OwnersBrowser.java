package org.hikeshi.system.device;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An owner who picks files on the device's own page. */
final class OwnersBrowser {
    private OwnersBrowser() {}

    /** What the page says afterwards. */
    static String picks(
            LocalPage page, Vendor vendor, byte[] file, byte[] signature, byte[] manifest)
            throws Exception {
        var body = new ByteArrayOutputStream();
        for (var part :
                Map.of(
                                "file", file,
                                "signature", signature,
                                "manifest", manifest,
                                "manifestSignature", vendor.sign(manifest))
                        .entrySet()) {
            head(body, part.getKey());
            body.writeBytes(part.getValue());
            body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        body.writeBytes("--xyz--\r\n".getBytes(StandardCharsets.US_ASCII));
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(page.address().resolve("/install"))
                                    .header("Content-Type", "multipart/form-data; boundary=xyz")
                                    .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }

    private static void head(ByteArrayOutputStream body, String name) {
        body.writeBytes(
                ("--xyz\r\nContent-Disposition: form-data; name=\""
                                + name
                                + "\"; filename=\"f\"\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
    }
}
