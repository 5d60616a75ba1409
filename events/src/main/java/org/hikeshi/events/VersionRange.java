package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Versions of a product as the constraints of a {@code vers} range without its scheme: {@code *}
 * for all, else up to twenty of {@code <}, {@code <=}, {@code >}, {@code >=}, {@code =} or nothing
 * before a version, joined by {@code |}. For instance {@code >=1.0|<2.4.1}.
 */
public record VersionRange(String value) {

    private static final Pattern FORM =
            Pattern.compile(
                    "(?:\\*|(?:<=|>=|<|>|=)?(?=[A-Za-z._+-]*[0-9])[0-9A-Za-z][0-9A-Za-z._+-]{0,39}(?:\\|(?:<=|>=|<|>|=)?(?=[A-Za-z._+-]*[0-9])[0-9A-Za-z][0-9A-Za-z._+-]{0,39}){0,19})");

    public VersionRange {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a version range is * or constraints joined by |");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static VersionRange parse(String text) {
        return new VersionRange(text);
    }

    @Override
    @JsonValue
    public String toString() {
        return value;
    }
}
