package org.hikeshi.release.ota;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.release.campaign.DeviceReport;
import org.hikeshi.release.campaign.DeviceWork;
import org.hikeshi.release.device.Attributes;
import org.hikeshi.release.device.Device;
import org.hikeshi.release.device.Devices;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;

/**
 * {@code /ota/{tenant}/controller/v1/{controllerId}}: what a device asks and reports. A report is
 * answered with 200 and no body, whatever the client; a question never is.
 */
@Path("/ota/{tenant}/controller/v1/{controllerId}")
@PermitAll // the door of each method asks for the device's own token
@RunOnVirtualThread
public class DdiResource {
    private static final int LARGEST_BODY = 256 * 1024;
    private static final String HAL = "application/hal+json;charset=UTF-8";
    private static final String ACTION = "{action:[0-9]{1,9}}";
    private static final String FILE = "softwaremodules/" + ACTION + "/artifacts/{name}";

    private final DdiDoor door;
    private final DdiDocuments documents;
    private final DeviceWork work;
    private final Devices devices;
    private final DdiFiles files;

    DdiResource(
            DdiDoor door,
            DdiDocuments documents,
            DeviceWork work,
            Devices devices,
            DdiFiles files) {
        this.door = door;
        this.documents = documents;
        this.work = work;
        this.devices = devices;
        this.files = files;
    }

    @GET
    @Reaches(Reach.DEVICE_TOKEN)
    @Operation(summary = "What there is for a device (DDI v1)")
    public Response base(@BeanParam Knock knock) {
        return door.letIn(knock, device -> json(documents.base(device, work.offer(device))));
    }

    @GET
    @Reaches(Reach.DEVICE_TOKEN)
    @Path("deploymentBase/" + ACTION)
    @Operation(summary = "What is to be installed")
    public Response deployment(@BeanParam Knock knock, @PathParam("action") int action) {
        return door.letIn(
                knock,
                device ->
                        work.fetch(device, action)
                                .map(found -> json(documents.deployment(device, found)))
                                .orElseGet(() -> door.notFound(knock)));
    }

    @POST
    @Reaches(Reach.DEVICE_TOKEN)
    @Path("deploymentBase/" + ACTION + "/feedback")
    @Operation(summary = "What became of an update")
    public Response feedback(
            @BeanParam Knock knock, @PathParam("action") int action, InputStream body) {
        return door.letIn(
                knock,
                device ->
                        read(body)
                                .flatMap(FeedbackReader::read)
                                .map(
                                        said ->
                                                heard(
                                                        knock,
                                                        device,
                                                        action,
                                                        said,
                                                        said.onDeployment()))
                                .orElseGet(() -> unusable(knock)));
    }

    @GET
    @Reaches(Reach.DEVICE_TOKEN)
    @Path("cancelAction/" + ACTION)
    @Operation(summary = "What is to be stopped")
    public Response cancellation(@BeanParam Knock knock, @PathParam("action") int action) {
        return door.letIn(
                knock,
                device ->
                        work.stopping(device, action)
                                ? json(documents.cancellation(action))
                                : door.notFound(knock));
    }

    @POST
    @Reaches(Reach.DEVICE_TOKEN)
    @Path("cancelAction/" + ACTION + "/feedback")
    @Operation(summary = "What became of a cancellation")
    public Response cancelled(
            @BeanParam Knock knock, @PathParam("action") int action, InputStream body) {
        return door.letIn(
                knock,
                device ->
                        read(body)
                                .flatMap(FeedbackReader::read)
                                .map(said -> stopped(knock, device, action, said))
                                .orElseGet(() -> unusable(knock)));
    }

    @PUT
    @Reaches(Reach.DEVICE_TOKEN)
    @Path("configData")
    @Operation(summary = "What a device says of itself")
    public Response config(@BeanParam Knock knock, InputStream body) {
        return door.letIn(
                knock,
                device -> {
                    Optional<Attributes.Change> said = read(body).flatMap(ConfigReader::read);
                    said.ifPresent(change -> devices.describe(device.id(), change));
                    return said.isPresent() ? taken() : unusable(knock);
                });
    }

    @GET
    @Reaches(Reach.DEVICE_TOKEN)
    @Path(FILE)
    @Operation(summary = "A file of an update, whole or in part")
    public Response file(
            @BeanParam Knock knock,
            @PathParam("action") int action,
            @PathParam("name") String name) {
        return door.letIn(
                knock,
                device ->
                        files.get(device, action, name, knock.header("Range"))
                                .orElseGet(() -> door.notFound(knock)));
    }

    @HEAD
    @Reaches(Reach.DEVICE_TOKEN)
    @Path(FILE)
    @Operation(summary = "How long a file of an update is")
    public Response fileHead(
            @BeanParam Knock knock,
            @PathParam("action") int action,
            @PathParam("name") String name) {
        return door.letIn(
                knock,
                device -> files.head(device, action, name).orElseGet(() -> door.notFound(knock)));
    }

    private Response stopped(Knock knock, Device device, int action, Feedback said) {
        if (work.stopping(device, action)) {
            return heard(knock, device, action, said, said.onCancellation());
        }
        // Nobody asked to stop it: what has ended says so, anything else is not found here.
        return work.ended(device, action)
                ? door.refused(knock, 410, "action-closed")
                : door.notFound(knock);
    }

    private Response heard(
            Knock knock, Device device, int action, Feedback said, DeviceReport report) {
        return switch (work.report(device, action, report, said.details())) {
            case TAKEN -> taken();
            case UNKNOWN -> door.notFound(knock);
            case CLOSED -> door.refused(knock, 410, "action-closed");
        };
    }

    /** Empty if it is too long to be a report, or breaks off. */
    private static Optional<byte[]> read(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(LARGEST_BODY + 1);
            return bytes.length > LARGEST_BODY ? Optional.empty() : Optional.of(bytes);
        } catch (IOException brokenOff) {
            return Optional.empty();
        }
    }

    private static Response json(byte[] document) {
        return Response.ok(document, HAL)
                .header(HttpHeaders.CONTENT_LENGTH, document.length)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static Response taken() {
        return Response.ok().header(HttpHeaders.CONTENT_LENGTH, 0).build();
    }

    private Response unusable(Knock knock) {
        return door.refused(knock, 400, "bad-request");
    }
}
