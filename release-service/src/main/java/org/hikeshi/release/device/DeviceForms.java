package org.hikeshi.release.device;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.release.Paths;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.Filled;
import org.hikeshi.web.Origin;
import org.hikeshi.web.Page;
import org.hikeshi.web.Visit;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * {@code /desk/devices/new} and {@code …/{id}/token}: which device may ask for updates, and with
 * what? The token stands on the answer to the form and nowhere else, so there is no redirect.
 */
@Path("/desk/devices")
@RunOnVirtualThread
@RolesAllowed({"security-office", "it-operations"})
@Produces("text/html;charset=UTF-8")
public class DeviceForms {
    private final RegisteringDevice registering;
    private final Devices devices;
    private final SecurityIdentity who;
    private final Visit visit;
    private final Origin origin;
    private final Problems problems;

    DeviceForms(
            RegisteringDevice registering,
            Devices devices,
            SecurityIdentity who,
            Visit visit,
            Origin origin,
            Problems problems) {
        this.registering = registering;
        this.devices = devices;
        this.who = who;
        this.visit = visit;
        this.origin = origin;
        this.problems = problems;
    }

    @CheckedTemplate(basePath = "device")
    static class Templates {
        static native TemplateInstance newDevice(Page page, Filled form);

        static native TemplateInstance token(Page page, TokenShown shown);
    }

    /** What is told once. */
    @TemplateData
    public record TokenShown(
            String controllerId, String model, String serial, String address, String token) {}

    @GET
    @Reaches(Reach.DESK)
    @Path("/new")
    @Operation(hidden = true)
    public TemplateInstance form() {
        return page(Filled.empty());
    }

    @POST
    @Reaches(Reach.DESK)
    @Path("/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response sent(MultivaluedMap<String, String> sent) {
        DeviceBody body =
                new DeviceBody(
                        null,
                        text(sent, "controllerId"),
                        text(sent, "model"),
                        text(sent, "serial"),
                        text(sent, "group"),
                        text(sent, "version"),
                        text(sent, "targetToken"));
        List<FieldError> errors = body.errors();
        if (!errors.isEmpty()) {
            return again(sent, errors);
        }
        return switch (registering.register(body.wanted(), who.getPrincipal().getName())) {
            case RegisteringDevice.Registered.Done(Device device, String token) ->
                    Response.ok(told(device, token)).build();
            case RegisteringDevice.Registered.Refused(String field, String code) ->
                    again(sent, List.of(FieldError.at(field, code)));
        };
    }

    @POST
    @Reaches(Reach.DESK)
    @Path("/{id}/token")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response newToken(@PathParam("id") String id, @Context RoutingContext request) {
        Optional<UUID> known = Paths.id(id);
        Optional<Device> device = known.flatMap(devices::byId);
        return device.flatMap(d -> registering.newToken(d.id(), who.getPrincipal().getName()))
                .map(token -> Response.ok(told(device.orElseThrow(), token)).build())
                .orElseGet(() -> problems.answer(request, Problem.notFound()));
    }

    private static @Nullable String text(MultivaluedMap<String, String> sent, String field) {
        String value = Optional.ofNullable(sent.getFirst(field)).orElse("").strip();
        return value.isEmpty() ? null : value;
    }

    private TemplateInstance told(Device device, String token) {
        return Templates.token(
                visit.page("device.token.title").forStaff(),
                new TokenShown(
                        device.controllerId(),
                        device.model(),
                        device.serial(),
                        origin.link(device.path()),
                        token));
    }

    private Response again(MultivaluedMap<String, String> sent, List<FieldError> errors) {
        return Response.status(422).entity(page(new Filled(sent, errors))).build();
    }

    private TemplateInstance page(Filled form) {
        Page page = visit.page("device.new.title").forStaff();
        return Templates.newDevice(form.failed() ? page.withErrors() : page, form);
    }
}
