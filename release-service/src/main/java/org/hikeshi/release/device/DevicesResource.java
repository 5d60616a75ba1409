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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
    static final String DEFAULT_TENANT = "DEFAULT";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");
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
     * A device to register. Names have up to 63 letters, digits, dots, hyphens and underscores.
     *
     * @param tenant {@code DEFAULT} if absent
     * @param serial the controller id if absent
     * @param group for stages by group
     * @param version what is installed; needed for a unit that is not in the catalogue yet
     * @param targetToken a token the device has already, 20 to 128 characters; made if absent
     */
    @RegisterForReflection
    public record DeviceBody(
            @Nullable String tenant,
            @Nullable String controllerId,
            @Nullable String model,
            @Nullable String serial,
            @Nullable String group,
            @Nullable String version,
            @Nullable String targetToken) {}

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
    @RolesAllowed({"security-office", "it-operations"})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Register a device")
    public Response register(DeviceBody body, @Context RoutingContext request) {
        List<FieldError> errors = errors(body);
        if (!errors.isEmpty()) {
            return problems.answer(request, Problem.fields(errors));
        }
        return switch (registering.register(wanted(body), who.getPrincipal().getName())) {
            case RegisteringDevice.Registered.Done(Device device, String token) ->
                    Response.created(URI.create(origin.link("/api/v1/devices/" + device.id())))
                            .entity(answer(device, body.version(), null, token))
                            .build();
            case RegisteringDevice.Registered.Refused(String field, String code) ->
                    problems.answer(request, Problem.fields(List.of(FieldError.at(field, code))));
        };
    }

    @POST
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
    @Path("{id}")
    @RolesAllowed({"security-office", "it-operations", "developer", "qa", "ciso", "auditor"})
    @Operation(summary = "A device")
    public Response device(@PathParam("id") UUID id, @Context RoutingContext request) {
        return devices.byId(id)
                .map(device -> Response.ok(answer(device, null, null, null)).build())
                .orElseGet(() -> problems.answer(request, Problem.notFound()));
    }

    @GET
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

    private static List<FieldError> errors(DeviceBody body) {
        List<FieldError> errors = new ArrayList<>();
        check(errors, "/controllerId", body.controllerId(), NAME, true);
        check(errors, "/tenant", body.tenant(), NAME, false);
        check(errors, "/model", body.model(), NAME, true);
        check(errors, "/serial", body.serial(), NAME, false);
        check(errors, "/group", body.group(), NAME, false);
        check(errors, "/version", body.version(), NAME, false);
        check(errors, "/targetToken", body.targetToken(), TargetToken.FORM, false);
        return errors;
    }

    private static void check(
            List<FieldError> errors,
            String field,
            @Nullable String value,
            Pattern form,
            boolean needed) {
        if (value == null ? needed : !form.matcher(value).matches()) {
            String code = form == NAME ? "device-name" : "device-token";
            errors.add(FieldError.at(field, code));
        }
    }

    private static RegisteringDevice.Wanted wanted(DeviceBody body) {
        String controller = String.valueOf(body.controllerId());
        return new RegisteringDevice.Wanted(
                body.tenant() == null ? DEFAULT_TENANT : body.tenant(),
                controller,
                String.valueOf(body.model()),
                body.serial() == null ? controller : body.serial(),
                body.group(),
                body.version(),
                body.targetToken());
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
                origin.link("/ota/" + device.tenant() + "/controller/v1/" + device.controllerId()),
                token);
    }
}
