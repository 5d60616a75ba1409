package org.hikeshi.release.ota;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The documents of the protocol, field by field as clients look for them. */
final class DdiShapes {
    private DdiShapes() {}

    /** A link; always absolute. */
    @RegisterForReflection
    record Link(String href) {}

    /** Answer to the base address. */
    @RegisterForReflection
    record Base(Config config, @JsonProperty("_links") BaseLinks links) {}

    @RegisterForReflection
    record Config(Polling polling) {}

    /** {@code HH:MM:SS}. */
    @RegisterForReflection
    record Polling(String sleep) {}

    /** At most one of the first two. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BaseLinks(
            @Nullable Link cancelAction,
            @Nullable Link deploymentBase,
            @Nullable Link configData) {}

    /** What is to be installed; the id is a string because half of the clients insist. */
    @RegisterForReflection
    record DeploymentBase(String id, Deployment deployment) {}

    @RegisterForReflection
    record Deployment(String download, String update, List<Chunk> chunks) {}

    @RegisterForReflection
    record Chunk(String part, String version, String name, List<Artifact> artifacts) {}

    @RegisterForReflection
    record Artifact(
            String filename,
            Hashes hashes,
            long size,
            @JsonProperty("_links") ArtifactLinks links) {}

    /** Lower-case hex. */
    @RegisterForReflection
    record Hashes(String sha1, String md5, String sha256) {}

    @RegisterForReflection
    record ArtifactLinks(
            Link download,
            @JsonProperty("download-http") Link downloadHttp,
            Link md5sum,
            @JsonProperty("md5sum-http") Link md5sumHttp) {}

    /** What is to be stopped. */
    @RegisterForReflection
    record CancelAction(String id, Stop cancelAction) {}

    @RegisterForReflection
    record Stop(String stopId) {}
}
