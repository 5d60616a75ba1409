package org.hikeshi.release.device;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.events.ModelName;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.Page;
import org.hikeshi.web.Visit;
import org.jspecify.annotations.Nullable;

/** {@code /desk/devices}: who is out there, with what. */
@Path("/desk/devices")
@RunOnVirtualThread
@Produces("text/html;charset=UTF-8")
public class DevicePages {
    private static final int PAGE = 100;

    private final Devices devices;
    private final Visit visit;

    DevicePages(Devices devices, Visit visit) {
        this.devices = devices;
        this.visit = visit;
    }

    @CheckedTemplate(basePath = "device")
    static class Templates {
        static native TemplateInstance devices(
                Page page, String model, List<DeviceLine> lines, String next, boolean mayRegister);
    }

    /**
     * A device as a line of the list.
     *
     * @param product how its model is called
     */
    @TemplateData
    public record DeviceLine(
            String id,
            String controllerId,
            String product,
            String serial,
            String version,
            String group,
            @Nullable Instant lastContact) {}

    @GET
    @Reaches(Reach.DESK)
    @RolesAllowed({
        "security-office",
        "ciso",
        "developer",
        "qa",
        "it-operations",
        "communications",
        "legal",
        "supply-chain",
        "auditor"
    })
    @Operation(hidden = true)
    public TemplateInstance list(
            @QueryParam("model") @DefaultValue("") String model,
            @QueryParam("after") @DefaultValue("") String after) {
        String[] last = DeviceCursor.read(after);
        List<Devices.Listed> found =
                devices.list(new Devices.Filter(model.strip(), last[0], last[1]), PAGE);
        String next = found.size() < PAGE ? "" : DeviceCursor.after(found.getLast().device());
        return Templates.devices(
                visit.page("device.title").forStaff(),
                model.strip(),
                found.stream().map(DevicePages::line).toList(),
                next,
                visit.who().isOneOf(Set.of("security-office", "it-operations")));
    }

    private static DeviceLine line(Devices.Listed listed) {
        Device device = listed.device();
        return new DeviceLine(
                device.id().toString(),
                device.controllerId(),
                ModelName.called(listed.product(), device.model()),
                device.serial(),
                listed.version(),
                device.group() == null ? "" : device.group(),
                device.lastContact());
    }
}
