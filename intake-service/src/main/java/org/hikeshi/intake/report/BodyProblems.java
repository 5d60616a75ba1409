package org.hikeshi.intake.report;

import java.util.List;
import java.util.Locale;
import org.hikeshi.intake.upload.TooLargeException;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.problem.Problem;

/** What is said about a body that cannot be taken as it is. */
public final class BodyProblems {

    private BodyProblems() {}

    /** 413 that names limit and part. */
    public static Problem tooLarge(TooLargeException refused) {
        String code = "limit-" + refused.limit().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String pointer =
                switch (refused.limit()) {
                    case REPORT_BYTES -> "/report";
                    case FILE_BYTES, FILES -> "/attachment";
                    case PART_HEADERS -> "";
                };
        return new Problem(413, "too-large", List.of(FieldError.at(pointer, code, refused.part())));
    }

    /** 400: neither the boundary nor the length kept what the headers said. */
    public static Problem malformedMultipart() {
        return Problem.of(400, "malformed-multipart");
    }

    /** 400: the sender went away or sent less than announced. */
    public static Problem cut() {
        return Problem.of(400, "body-cut");
    }
}
