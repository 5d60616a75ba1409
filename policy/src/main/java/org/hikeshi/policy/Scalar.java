package org.hikeshi.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * The kinds of single values in the file: how each is read, what to say if it cannot be, and how
 * the editor's schema describes it. One table for both, so that loader and editor agree.
 */
record Scalar(
        Class<?> type,
        List<Tag> tags,
        Mistake mistake,
        String schemaType,
        @Nullable String pattern,
        Function<String, Object> read) {

    private static final String DATE = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
    private static final String ZONE = "^(UTC|[A-Z][A-Za-z_]+(/[A-Z][A-Za-z0-9_+-]+)+)$";

    private static final List<Scalar> ALL =
            List.of(
                    text(LocalDate.class, Mistake.NOT_A_DATE, DATE, LocalDate::parse),
                    text(ZoneId.class, Mistake.NOT_A_ZONE, ZONE, Scalar::zone),
                    text(
                            ClosingTime.class,
                            Mistake.NOT_A_TIME,
                            ClosingTime.PATTERN,
                            ClosingTime::parse),
                    text(Term.class, Mistake.NOT_A_TERM, TermSyntax.PATTERN, Term::parse),
                    text(Clause.class, Mistake.NOT_A_CLAUSE, Clause.PATTERN, Clause::new),
                    text(
                            MailAddress.class,
                            Mistake.NOT_AN_ADDRESS,
                            MailAddress.PATTERN,
                            MailAddress::new),
                    text(
                            VersionNumber.class,
                            Mistake.NOT_A_VERSION,
                            VersionNumber.PATTERN,
                            VersionNumber::new),
                    text(
                            NumberPrefix.class,
                            Mistake.NOT_A_PREFIX,
                            NumberPrefix.PATTERN,
                            NumberPrefix::new),
                    new Scalar(
                            int.class,
                            List.of(Tag.INT),
                            Mistake.NOT_A_NUMBER,
                            "integer",
                            null,
                            Scalar::count),
                    new Scalar(
                            BigDecimal.class,
                            List.of(Tag.INT, Tag.FLOAT),
                            Mistake.NOT_A_SCORE,
                            "number",
                            null,
                            Scalar::score),
                    new Scalar(
                            boolean.class,
                            List.of(Tag.BOOL),
                            Mistake.NOT_YES_NO,
                            "boolean",
                            null,
                            Boolean::valueOf));

    static Optional<Scalar> of(Class<?> type) {
        return ALL.stream().filter(s -> s.type == type).findFirst();
    }

    private static Scalar text(
            Class<?> type, Mistake mistake, String pattern, Function<String, Object> read) {
        return new Scalar(type, List.of(Tag.STR), mistake, "string", pattern, read);
    }

    /** The value, or IllegalArgumentException or DateTimeException. */
    Object value(String written) {
        if (pattern != null && !written.matches(pattern)) {
            throw new IllegalArgumentException(written);
        }
        return read.apply(written);
    }

    private static ZoneId zone(String written) {
        if (!ZoneId.getAvailableZoneIds().contains(written)) {
            throw new IllegalArgumentException("unknown zone");
        }
        return ZoneId.of(written);
    }

    private static Integer count(String written) {
        int n = Integer.parseInt(written);
        if (n < 1 || n > 9999) {
            throw new IllegalArgumentException("not 1 to 9999");
        }
        return n;
    }

    private static BigDecimal score(String written) {
        if (!written.matches("(10|[0-9])(\\.[0-9])?")) {
            throw new IllegalArgumentException("not a score");
        }
        BigDecimal score = new BigDecimal(written).setScale(1);
        if (score.compareTo(BigDecimal.TEN) > 0) {
            throw new IllegalArgumentException("above 10.0");
        }
        return score;
    }
}
