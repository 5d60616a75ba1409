package org.hikeshi.release.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.Origin;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.Problems;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/devices}: who may ask for updates at {@code /ota}. */
@Path("/api/v1/devices")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class DevicesResource {
    private static final int MOST = 200;

    private final RegisteringDevice registering;
    private final Devices devices;
    private final SecurityIdentity who;
    private final Origin origin;
    private final Problems problems;

    DevicesResource(
            RegisteringDevice registering,
            Devices devices,
            SecurityIdentity who,
            Origin origin,
            Problems problems) {
        this.registering = registering;
        this.devices = devices;
        this.who = who;
        this.origin = origin;
        this.problems = problems;
    }

    /**
     * A registered device.
     *
     * @param address where it asks
     * @param targetToken only in the answer to its registration
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DeviceAnswer(
            UUID id,
            String tenant,
            String controllerId,
            String model,
            String serial,
            @Nullable String group,
            @Nullable String version,
            @Nullable Instant lastContact,
            @Nullable Map<String, String> attributes,
            String address,
            @Nullable String targetToken) {}

    /** A page of devices. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DeviceList(List<DeviceAnswer> items, @Nullable String next) {}

    @POST
    @Reaches(Reach.DESK)
    @RolesAllowed({"security-office", "it-operations"})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Register a device")
    public Response register(DeviceBody body, @Context RoutingContext request) {
        List<FieldError> errors = body.errors();
        if (!errors.isEmpty()) {
            return problems.answer(request, Problem.fields(errors));
        }
        return switch (registering.register(body.wanted(), who.getPrincipal().getName())) {
            case RegisteringDevice.Registered.Done(Device device, String token) ->
                    Response.created(URI.create(origin.link("/api/v1/devices/" + device.id())))
                            .entity(answer(device, body.version(), null, token))
                            .build();
            case RegisteringDevice.Registered.Refused(String field, String code) ->
                    problems.answer(request, Problem.fields(List.of(FieldError.at(field, code))));
        };
    }

    @POST
    @Reaches(Reach.DESK)
    @Path("{id}/token")
    @RolesAllowed({"security-office", "it-operations"})
    @Operation(summary = "Replace the token of a device")
    public Response newToken(@PathParam("id") UUID id, @Context RoutingContext request) {
        return registering
                .newToken(id, who.getPrincipal().getName())
                .map(token -> Response.ok(Map.of("targetToken", token)).build())
                .orElseGet(() -> problems.answer(request, Problem.notFound()));
    }

    @GET
    @Reaches(Reach.DESK)
    @Path("{id}")
    @RolesAllowed({"security-office", "it-operations", "developer", "qa", "ciso", "auditor"})
    @Operation(summary = "A device")
    public Response device(@PathParam("id") UUID id, @Context RoutingContext request) {
        return devices.byId(id)
                .map(device -> Response.ok(answer(device, null, null, null)).build())
                .orElseGet(() -> problems.answer(request, Problem.notFound()));
    }

    @GET
    @Reaches(Reach.DESK)
    @RolesAllowed({"security-office", "it-operations", "developer", "qa", "ciso", "auditor"})
    @Operation(summary = "Registered devices by model and serial")
    public DeviceList list(
            @QueryParam("model") @DefaultValue("") String model,
            @QueryParam("cursor") @DefaultValue("") String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        int most = Math.clamp(limit, 1, MOST);
        String[] after = DeviceCursor.read(cursor);
        List<Devices.Listed> found =
                devices.list(new Devices.Filter(model, after[0], after[1]), most);
        List<DeviceAnswer> items =
                found.stream()
                        .map(d -> answer(d.device(), d.version(), d.attributes(), null))
                        .toList();
        return new DeviceList(
                items, found.size() < most ? null : DeviceCursor.after(found.getLast().device()));
    }

    private DeviceAnswer answer(
            Device device,
            @Nullable String version,
            @Nullable Map<String, String> attributes,
            @Nullable String token) {
        return new DeviceAnswer(
                device.id(),
                device.tenant(),
                device.controllerId(),
                device.model(),
                device.serial(),
                device.group(),
                version,
                device.lastContact(),
                attributes,
                origin.link(device.path()),
                token);
    }
}
