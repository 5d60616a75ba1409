package org.hikeshi.intake.access;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.hikeshi.events.ReportId;

/**
 * What another service is answered. Absent and forbidden are the same 404; it may be worth another
 * try, since what is asked about may not have been heard of yet.
 */
public final class ServiceAnswers {

    private ServiceAnswers() {}

    /** 200 with what was found, or {@link #absent}. */
    public static Response of(Optional<?> found) {
        return found.map(one -> Response.ok(one).build()).orElseGet(ServiceAnswers::absent);
    }

    public static Response absent() {
        return Response.status(Response.Status.NOT_FOUND)
                .header(HttpHeaders.RETRY_AFTER, 1)
                .build();
    }

    /** The report an address names; empty for what is no id. */
    public static Optional<ReportId> report(String text) {
        try {
            return Optional.of(ReportId.parse(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
