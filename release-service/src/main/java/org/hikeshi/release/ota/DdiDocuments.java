package org.hikeshi.release.ota;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.inject.Singleton;
import java.util.List;
import org.hikeshi.release.artifact.ArtifactFile;
import org.hikeshi.release.campaign.Offer;
import org.hikeshi.release.campaign.OtaSettings;
import org.hikeshi.release.campaign.Work;
import org.hikeshi.release.device.Device;
import org.hikeshi.web.Origin;
import org.jspecify.annotations.Nullable;

/** Writes what devices read. Every link is built from the configured origin. */
@Singleton
class DdiDocuments {
    private static final JsonMapper JSON = new JsonMapper();

    private final Origin origin;
    private final OtaSettings settings;

    DdiDocuments(Origin origin, OtaSettings settings) {
        this.origin = origin;
        this.settings = settings;
    }

    byte[] base(Device device, Offer offer) {
        DdiShapes.Link stop =
                offer instanceof Offer.Stop(int action)
                        ? link(device, "cancelAction/" + action)
                        : null;
        DdiShapes.Link install =
                offer instanceof Offer.Install(int action)
                        ? link(device, "deploymentBase/" + action)
                        : null;
        DdiShapes.Link config = device.attributesWanted() ? link(device, "configData") : null;
        return bytes(
                new DdiShapes.Base(
                        new DdiShapes.Config(
                                new DdiShapes.Polling(PollingTime.of(settings.polling()))),
                        new DdiShapes.BaseLinks(stop, install, config)));
    }

    byte[] deployment(Device device, Work work) {
        String how = work.automatic() ? "forced" : "attempt";
        ArtifactFile file = work.file();
        var chunk =
                new DdiShapes.Chunk(
                        part(file.suffix()),
                        file.version(),
                        file.model(),
                        List.of(artifact(device, work.action(), file)));
        return bytes(
                new DdiShapes.DeploymentBase(
                        String.valueOf(work.action()),
                        new DdiShapes.Deployment(how, how, List.of(chunk))));
    }

    byte[] cancellation(int action) {
        String id = String.valueOf(action);
        return bytes(new DdiShapes.CancelAction(id, new DdiShapes.Stop(id)));
    }

    /* Zephyr takes only the part named so, and only bare images. */
    private static String part(String suffix) {
        return suffix.equals("bin") ? "bApp" : "os";
    }

    private DdiShapes.Artifact artifact(Device device, int action, ArtifactFile file) {
        String path = "softwaremodules/" + action + "/artifacts/" + file.name();
        DdiShapes.Link bytes = link(device, path);
        DdiShapes.Link md5 = link(device, path + ".MD5SUM");
        return new DdiShapes.Artifact(
                file.name(),
                new DdiShapes.Hashes(file.sha1(), file.md5(), file.sha256()),
                file.size(),
                new DdiShapes.ArtifactLinks(bytes, bytes, md5, md5));
    }

    private DdiShapes.Link link(Device device, String path) {
        return new DdiShapes.Link(
                origin.link(
                        "/ota/%s/controller/v1/%s/%s"
                                .formatted(device.tenant(), device.controllerId(), path)));
    }

    private static byte[] bytes(@Nullable Object document) {
        try {
            return JSON.writeValueAsBytes(document);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("these records are plain", impossible);
        }
    }
}
