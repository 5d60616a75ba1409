package org.hikeshi.triage.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list: at most 200 at once, going on from an opaque cursor. A cursor that is none
 * begins at the start.
 */
public record Paging(int limit, int offset) {
    private static final int MOST = 200;

    /**
     * @param next cursor of the next part; null at the end
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Items<T>(List<T> items, @Nullable String next) {}

    public static Paging of(int limit, @Nullable String cursor) {
        return new Paging(Math.clamp(limit, 1, MOST), offset(cursor));
    }

    /** Of one more than asked for, which only tells that there is more. */
    public <T> Items<T> page(List<T> found) {
        boolean more = found.size() > limit;
        return new Items<>(
                more ? found.subList(0, limit) : found, more ? cursor(offset + limit) : null);
    }

    private static String cursor(int offset) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("o" + offset).getBytes(StandardCharsets.US_ASCII));
    }

    private static int offset(@Nullable String cursor) {
        if (cursor == null || cursor.length() > 24) {
            return 0;
        }
        try {
            byte[] decoded = Base64.getUrlDecoder().decode(cursor);
            String text = new String(decoded, StandardCharsets.US_ASCII);
            return text.matches("o[0-9]{1,8}") ? Integer.parseInt(text.substring(1)) : 0;
        } catch (IllegalArgumentException none) {
            return 0;
        }
    }
}
