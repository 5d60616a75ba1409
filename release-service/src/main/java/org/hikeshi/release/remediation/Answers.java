package org.hikeshi.release.remediation;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Function;
import org.hikeshi.release.Paths;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.Problems;

/** From a verdict to HTTP: what was not done is a problem document with its reason. */
@ApplicationScoped
class Answers {
    private final Problems problems;

    Answers(Problems problems) {
        this.problems = problems;
    }

    /** What was done as the builder says, anything else as its problem. */
    <T> Response answer(RoutingContext request, Verdict<T> verdict, Function<T, Response> done) {
        if (verdict instanceof Verdict.Done<T> good) {
            return done.apply(good.value());
        }
        return problems.answer(request, problem(verdict).orElseThrow());
    }

    Response refuse(RoutingContext request, Problem problem) {
        return problems.answer(request, problem);
    }

    /** The refusal of a verdict; empty if it was done. */
    static <T> Optional<Problem> problem(Verdict<T> verdict) {
        return switch (verdict) {
            case Verdict.Done<T> done -> Optional.empty();
            case Verdict.Absent<T> absent -> Optional.of(Problem.notFound());
            case Verdict.Refused<T> refused ->
                    Optional.of(Problem.of(409, refused.reason().code()));
            case Verdict.Unbound<T> unbound -> Optional.of(Problem.of(428, "if-match-needed"));
            case Verdict.Stale<T> stale ->
                    Optional.of(Paths.stale(stale.changedBy(), stale.changedAt()));
            case Verdict.Unfit<T> unfit -> Optional.of(Problem.fields(unfit.errors()));
        };
    }
}
