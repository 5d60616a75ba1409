package org.hikeshi.release.ota;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.hikeshi.release.artifact.ArtifactFile;
import org.hikeshi.release.artifact.ArtifactStore;
import org.hikeshi.release.campaign.DeviceWork;
import org.hikeshi.release.device.Device;
import org.jboss.resteasy.reactive.PathPart;
import org.jspecify.annotations.Nullable;

/**
 * The files of an action, for the one device that has it: the firmware with ranges, and beside it
 * its MD5, SHA-256, signature, and the signed manifest. Nothing is ever answered with 304: no
 * client asks for it, and some cannot read it.
 */
@Singleton
class DdiFiles {
    private static final String BYTES = "application/octet-stream";

    private final DdiDoor door;
    private final DeviceWork work;
    private final ArtifactStore store;
    private final Companions companions;

    DdiFiles(DdiDoor door, DeviceWork work, ArtifactStore store, Companions companions) {
        this.door = door;
        this.work = work;
        this.store = store;
        this.companions = companions;
    }

    /** Empty if the device may not have it, or there is none of that name. */
    Optional<Response> get(Device device, int action, String name, @Nullable String range) {
        return work.file(device, action).flatMap(file -> answer(file, name, range, true));
    }

    /** The same headers without the bytes. */
    Optional<Response> head(Device device, int action, String name) {
        return work.file(device, action).flatMap(file -> answer(file, name, null, false));
    }

    private Optional<Response> answer(
            ArtifactFile file, String name, @Nullable String range, boolean withBody) {
        if (name.equals(file.name())) {
            return Optional.of(firmware(file, range, withBody));
        }
        return companions.of(file, name).map(companion -> small(companion, withBody));
    }

    private Response firmware(ArtifactFile file, @Nullable String range, boolean withBody) {
        return switch (ByteRange.of(range, file.size())) {
            case ByteRange.Whole() ->
                    part(file, Response.ok(), new ByteRange.Part(0, file.size() - 1), withBody);
            case ByteRange.Part part ->
                    part(
                            file,
                            Response.status(206)
                                    .header(
                                            "Content-Range",
                                            "bytes %d-%d/%d"
                                                    .formatted(
                                                            part.first(),
                                                            part.last(),
                                                            file.size())),
                            part,
                            true);
            case ByteRange.Outside() ->
                    Response.status(416)
                            .header("Content-Range", "bytes */" + file.size())
                            .header(HttpHeaders.CONTENT_LENGTH, 0)
                            .build();
        };
    }

    private Response part(
            ArtifactFile file,
            Response.ResponseBuilder answer,
            ByteRange.Part part,
            boolean withBody) {
        answer.type(BYTES)
                .header("Accept-Ranges", "bytes")
                .header(HttpHeaders.ETAG, "\"" + file.sha1() + "\"")
                .header(HttpHeaders.LAST_MODIFIED, modified(file))
                .header(HttpHeaders.CONTENT_LENGTH, part.length())
                .header("Content-Disposition", "attachment");
        return withBody
                ? answer.entity(
                                new PathPart(
                                        store.place(file.sha256()), part.first(), part.length()))
                        .build()
                : answer.build();
    }

    private static String modified(ArtifactFile file) {
        return DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
                .format(file.uploadedAt().atOffset(ZoneOffset.UTC));
    }

    private static Response small(Companions.Companion companion, boolean withBody) {
        Response.ResponseBuilder answer =
                Response.ok()
                        .type(companion.type())
                        .header(HttpHeaders.CONTENT_LENGTH, companion.bytes().length);
        return withBody ? answer.entity(companion.bytes()).build() : answer.build();
    }
}
