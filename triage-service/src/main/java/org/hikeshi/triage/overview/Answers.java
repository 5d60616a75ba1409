package org.hikeshi.triage.overview;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.hikeshi.events.CaseId;
import org.hikeshi.triage.casework.Acted;
import org.hikeshi.triage.casework.Person;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.Problems;
import org.jspecify.annotations.Nullable;

/** From how an act ended to what its asker hears; the same for every act. */
@ApplicationScoped
public class Answers {
    private final Problems problems;
    private final ReadingCase reading;
    private final SecurityIdentity identity;

    Answers(Problems problems, ReadingCase reading, SecurityIdentity identity) {
        this.problems = problems;
        this.reading = reading;
        this.identity = identity;
    }

    /** Lets the signed-in person act and answers with the case as it is then. */
    public Response act(
            RoutingContext request, String given, BiFunction<Person, CaseId, Acted> act) {
        Optional<CaseId> caseId = reading.find(given);
        Person person = Person.of(identity);
        Acted acted = caseId.isEmpty() ? new Acted.NotFound() : act.apply(person, caseId.get());
        return switch (acted) {
            // What is wrong with the words is told to nobody who may not see the case.
            case Acted.Invalid _ when reading.read(person, caseId.orElseThrow()).isEmpty() ->
                    notFound(request);
            case Acted.Done done -> view(request, person, caseId.orElseThrow());
            case Acted.NotFound absent -> notFound(request);
            case Acted.Refused refused -> problems.answer(request, Problem.of(409, refused.code()));
            case Acted.Invalid invalid ->
                    problems.answer(request, Problem.fields(invalid.faults()));
            case Acted.Stale stale -> problems.answer(request, stale(stale));
        };
    }

    /** The case, or nothing at all. */
    public Response view(RoutingContext request, Person person, CaseId caseId) {
        return reading.read(person, caseId)
                .map(seen -> Response.ok(seen.view()).build())
                .orElseGet(() -> notFound(request));
    }

    /** Something of a case for somebody who may see it. */
    public Response read(
            RoutingContext request, String given, Function<ReadingCase.Seen, Response> answer) {
        return reading.find(given)
                .flatMap(caseId -> reading.read(person(), caseId))
                .map(answer)
                .orElseGet(() -> notFound(request));
    }

    /** An answer with the number of its version as ETag. */
    public static Response versioned(int revision, Object entity) {
        return Response.ok(entity).header(HttpHeaders.ETAG, etag(revision)).build();
    }

    /** The signed-in person. */
    public Person person() {
        return Person.of(identity);
    }

    /** A case may not have been heard of yet: asking again is worth while. */
    public Response notFound(RoutingContext request) {
        return problems.answer(request, Problem.notFound());
    }

    /** Number of the version that {@code If-Match} names; 0 for none, -1 for what cannot be. */
    public static int revision(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            return 0;
        }
        String number = ifMatch.strip().replaceFirst("^W/", "").replace("\"", "");
        return number.matches("[0-9]{1,8}") ? Integer.parseInt(number) : -1;
    }

    public static String etag(int revision) {
        return "\"" + revision + "\"";
    }

    private static Problem stale(Acted.Stale stale) {
        return new Problem(
                412,
                "changed-meanwhile",
                List.of(
                        FieldError.at(
                                "",
                                "changed-by",
                                stale.by().isEmpty() ? "-" : stale.by(),
                                stale.at().toString(),
                                stale.revision())));
    }
}
