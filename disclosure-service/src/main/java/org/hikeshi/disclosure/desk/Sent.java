package org.hikeshi.disclosure.desk;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Objects;

/** What a form of the desk sent, and where it leads. */
final class Sent {
    private Sent() {}

    /** A field without space at its ends; empty if it was not sent. */
    static String text(MultivaluedMap<String, String> form, String name) {
        return Objects.requireNonNullElse(form.getFirst(name), "").strip();
    }

    /** 303 to a page below {@code /desk/advisories/}. */
    static Response to(String place) {
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "/desk/advisories/" + place)
                .build();
    }
}
