package org.hikeshi.disclosure.desk;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hikeshi.disclosure.advisory.Dossier;
import org.hikeshi.disclosure.advisory.Result;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.Problems;
import org.jspecify.annotations.Nullable;

/** From results to HTTP: 404 absent, 409 wrong moment, 412 stale, 422 unfit fields. */
@ApplicationScoped
class Answers {
    private final Problems problems;

    Answers(Problems problems) {
        this.problems = problems;
    }

    Response of(RoutingContext request, Result result, Function<Dossier, Response> done) {
        return switch (result) {
            case Result.Done(Dossier dossier) -> done.apply(dossier);
            case Result.Absent() -> absent(request);
            case Result.Refused(String reason) -> problems.answer(request, Problem.of(409, reason));
            case Result.Stale(String by, var at) ->
                    problems.answer(
                            request,
                            new Problem(
                                    412,
                                    "stale",
                                    List.of(FieldError.at("", "changed-by", by, at.toString()))));
            case Result.Unfit(List<FieldError> errors) ->
                    problems.answer(request, Problem.fields(errors));
        };
    }

    /** The common 404; the case may not have been heard of yet. */
    Response absent(RoutingContext request) {
        return problems.answer(request, Problem.notFound());
    }

    Response refused(RoutingContext request, int status, String code) {
        return problems.answer(request, Problem.of(status, code));
    }

    /** The hash in an {@code If-Match}; empty without the header. */
    static Optional<String> hash(@Nullable String ifMatch) {
        return ifMatch == null
                ? Optional.empty()
                : Optional.of(ifMatch.strip().replaceAll("^\"|\"$", ""));
    }

    /** An id of ours; what is none names nothing. */
    static Optional<UUID> id(String text) {
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equals(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
