package org.hikeshi.release.ota;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Whose address is knocked at, and with what. */
@NullUnmarked // filled by JAX-RS
public class Knock {
    @PathParam("tenant")
    public String tenant;

    @PathParam("controllerId")
    public String controllerId;

    @Context public RoutingContext request;

    @Nullable String header(String name) {
        return request.request().getHeader(name);
    }
}
