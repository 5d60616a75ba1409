package org.hikeshi.policy;

import java.time.Instant;
import java.util.Map;

/**
 * One dated promise to a reporter. {@code clock} is the name in the file and API ({@code
 * first-action}), {@code dueAt} an instant in UTC, {@code text} a whole sentence with the date per
 * language.
 */
public record Promise(
        String clause, String clock, Kind kind, Instant dueAt, Map<Language, String> text) {}
