package org.hikeshi.release.ota;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Reads reports of devices leniently. Real clients write raw line breaks and unescaped quotes into
 * the lines they quote from their log; refusing those would leave an action open for ever. What no
 * parser takes is searched for its two decisive words.
 */
final class FeedbackReader {
    /** Lines kept of one report. */
    static final int MOST_DETAILS = 48;

    private static final int LONGEST_DETAIL = 512;

    private static final JsonMapper LENIENT =
            JsonMapper.builder()
                    .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                    .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
                    .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                    .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
                    .disable(JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION)
                    .build();
    private static final Pattern EXECUTION =
            Pattern.compile("\"execution\"\\s*:\\s*\"([A-Za-z]{1,20})\"");
    private static final Pattern FINISHED =
            Pattern.compile("\"finished\"\\s*:\\s*\"([A-Za-z]{1,20})\"");
    private static final Pattern DETAILS = Pattern.compile("(?s)\"details\"\\s*:\\s*\\[(.*)]");

    private FeedbackReader() {}

    /** Empty if the body says nothing about an execution: 400. */
    static Optional<Feedback> read(byte[] body) {
        return parsed(body).or(() -> searched(new String(body, StandardCharsets.UTF_8)));
    }

    private static Optional<Feedback> parsed(byte[] body) {
        try {
            JsonNode status = LENIENT.readTree(body).path("status");
            if (!status.path("execution").isTextual()) {
                return Optional.empty();
            }
            return Optional.of(
                    feedback(
                            status.path("execution").asText(),
                            status.path("result").path("finished").asText("none"),
                            details(status.path("details"))));
        } catch (IOException broken) {
            return Optional.empty();
        }
    }

    private static List<String> details(JsonNode given) {
        return given.isArray()
                ? StreamSupport.stream(given.spliterator(), false).map(JsonNode::asText).toList()
                : given.isTextual() ? List.of(given.asText()) : List.of();
    }

    private static Optional<Feedback> searched(String text) {
        Matcher execution = EXECUTION.matcher(text);
        if (!execution.find()) {
            return Optional.empty();
        }
        Matcher finished = FINISHED.matcher(text);
        Matcher details = DETAILS.matcher(text);
        List<String> lines = details.find() ? List.of(details.group(1).strip()) : List.of();
        return Optional.of(
                feedback(execution.group(1), finished.find() ? finished.group(1) : "none", lines));
    }

    private static Feedback feedback(String execution, String finished, List<String> lines) {
        List<String> kept = new ArrayList<>();
        for (String line : lines) {
            String plain = line.replaceAll("\\p{Cntrl}+", " ").strip();
            if (!plain.isEmpty() && kept.size() < MOST_DETAILS) {
                kept.add(plain.substring(0, Math.min(plain.length(), LONGEST_DETAIL)));
            }
        }
        return new Feedback(
                word(Feedback.Execution.class, execution).orElse(Feedback.Execution.OTHER),
                word(Feedback.Finished.class, finished).orElse(Feedback.Finished.NONE),
                kept);
    }

    private static <E extends Enum<E>> Optional<E> word(Class<E> of, String text) {
        try {
            return Optional.of(Enum.valueOf(of, text.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }
}
