package org.hikeshi.launcher.origin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page with holes: {@code {name}} is filled with HTML that the caller has made safe. */
public final class Template {
    private static final Pattern HOLE = Pattern.compile("\\{([a-zA-Z]+)}");

    private final String html;

    private Template(String html) {
        this.html = html;
    }

    /** The page of that name among the launcher's resources. */
    public static Template named(String name) {
        try (var in =
                Template.class.getResourceAsStream(
                        "/org/hikeshi/launcher/pages/" + name + ".html")) {
            return new Template(
                    new String(
                            Objects.requireNonNull(in, name).readAllBytes(),
                            StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Fills every hole in one pass, so that what is filled in is not searched for holes; a hole
     * without filling is an error.
     */
    public String with(Map<String, String> filling) {
        return HOLE.matcher(html)
                .replaceAll(
                        hole ->
                                Matcher.quoteReplacement(
                                        Objects.requireNonNull(
                                                filling.get(hole.group(1)), hole.group(1))));
    }
}
