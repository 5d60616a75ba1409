package org.hikeshi.web.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.TimeoutException;
import jakarta.ws.rs.WebApplicationException;
import java.io.CharConversionException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hikeshi.web.FieldError;

/** Reads out of a failure which refusal it is. A failure that nobody foresaw is none. */
public final class Refusals {

    private Refusals() {}

    /** Empty if nobody foresaw this failure. */
    public static Optional<Problem> of(Throwable failure) {
        if (failure instanceof ProblemException told) {
            return Optional.of(told.problem());
        }
        Optional<Problem> unreadable = ofJson(failure);
        if (unreadable.isPresent()) {
            return unreadable;
        }
        return switch (failure) {
            /* The provider cannot be asked just now. */
            case OIDCException unreachable -> Optional.of(Problem.of(503, "unavailable"));
            case TimeoutException slow -> Optional.of(Problem.of(503, "unavailable"));
            case UnauthorizedException nobody -> Optional.of(Problem.of(401, "sign-in-needed"));
            case AuthenticationException wrong -> Optional.of(Problem.of(401, "sign-in-failed"));
            /* Absent and forbidden look the same (design §5). */
            case ForbiddenException forbidden -> Optional.of(Problem.notFound());
            case WebApplicationException refused -> ofStatus(refused.getResponse().getStatus());
            default -> Optional.empty();
        };
    }

    static Optional<Problem> ofStatus(int status) {
        return switch (status) {
            case 401 -> Optional.of(Problem.of(401, "sign-in-needed"));
            case 403, 404 -> Optional.of(Problem.notFound());
            case 405 -> Optional.of(Problem.of(405, "method-not-allowed"));
            case 406 -> Optional.of(Problem.of(406, "not-acceptable"));
            case 408 -> Optional.of(Problem.of(408, "too-slow"));
            case 413 -> Optional.of(Problem.of(413, "too-large"));
            case 414 -> Optional.of(Problem.of(414, "address-too-long"));
            case 415 -> Optional.of(Problem.of(415, "media-type"));
            case 431 -> Optional.of(Problem.of(431, "headers-too-large"));
            case 503 -> Optional.of(Problem.of(503, "unavailable"));
            default ->
                    status >= 400 && status < 500
                            ? Optional.of(Problem.of(400, "bad-request"))
                            : Optional.empty();
        };
    }

    /* The reader of the framework wraps what the parser said once or twice. */
    private static Optional<Problem> ofJson(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 4; depth++, cause = cause.getCause()) {
            switch (cause) {
                case UnrecognizedPropertyException unknown -> {
                    return field(
                            FieldError.at(pointer(unknown), "unknown-field")
                                    .accepting(known(unknown)));
                }
                case MismatchedInputException mismatch when trailing(mismatch) -> {
                    return Optional.of(Problem.malformedJson());
                }
                case MismatchedInputException mismatch -> {
                    return field(FieldError.at(pointer(mismatch), "wrong-type"));
                }
                case JacksonException unreadable -> {
                    return Optional.of(unreadable(unreadable));
                }
                case CharConversionException notUtf8 -> {
                    return Optional.of(Problem.malformedJson());
                }
                default -> {}
            }
        }
        return Optional.empty();
    }

    private static Problem unreadable(JacksonException failure) {
        Throwable root = failure;
        while (root.getCause() instanceof JacksonException deeper) {
            root = deeper;
        }
        String said = root.getMessage();
        if (said != null && said.startsWith("Duplicate field")) {
            JsonPointer where =
                    root instanceof JacksonException told
                                    && told.getProcessor() instanceof JsonParser parser
                            ? parser.getParsingContext().pathAsPointer()
                            : JsonPointer.empty();
            return Problem.fields(List.of(FieldError.at(where.toString(), "duplicate-field")));
        }
        return Problem.malformedJson();
    }

    private static boolean trailing(MismatchedInputException mismatch) {
        return mismatch.getOriginalMessage().startsWith("Trailing token");
    }

    private static Optional<Problem> field(FieldError error) {
        return Optional.of(Problem.fields(List.of(error)));
    }

    private static List<String> known(UnrecognizedPropertyException unknown) {
        Collection<Object> names = unknown.getKnownPropertyIds();
        return names == null ? List.of() : names.stream().map(Object::toString).sorted().toList();
    }

    private static String pointer(JsonMappingException failure) {
        return failure.getPath().stream().map(Refusals::step).collect(Collectors.joining());
    }

    private static String step(JsonMappingException.Reference reference) {
        String name = reference.getFieldName();
        return "/"
                + (name == null
                        ? Integer.toString(reference.getIndex())
                        : name.replace("~", "~0").replace("/", "~1"));
    }
}
