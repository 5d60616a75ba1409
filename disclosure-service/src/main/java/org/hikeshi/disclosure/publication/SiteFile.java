package org.hikeshi.disclosure.publication;

import java.nio.charset.StandardCharsets;
import org.hikeshi.disclosure.advisory.ContentForm;

/**
 * A public file.
 *
 * @param path below the origin, with slash in front
 */
public record SiteFile(String path, String mediaType, byte[] bytes) {
    public static final String HTML = "text/html;charset=UTF-8";
    public static final String TEXT = "text/plain;charset=UTF-8";
    public static final String JSON = "application/json";

    public static SiteFile of(String path, String mediaType, String text) {
        return new SiteFile(path, mediaType, text.getBytes(StandardCharsets.UTF_8));
    }

    String sha256() {
        return ContentForm.hash(bytes);
    }
}
