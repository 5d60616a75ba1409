package org.hikeshi.web.doors;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.hikeshi.web.Assets;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.Problems;

/** Serves the service's static files; under their right hash they may be kept for ever. */
@Singleton
class StaticFiles {

    private final Assets assets;
    private final Problems problems;

    StaticFiles(Assets assets, Problems problems) {
        this.assets = assets;
        this.problems = problems;
    }

    /* While replicas change over, an older page asks for an older hash: it gets today's file, not kept. */
    void serve(RoutingContext request) {
        String file = request.pathParam("file");
        Optional<byte[]> bytes = assets.bytes(file);
        if (bytes.isEmpty()) {
            problems.end(request, Problem.notFound());
            return;
        }
        boolean present = request.request().path().equals(assets.root() + file);
        request.response()
                .putHeader(
                        "Cache-Control",
                        present ? "public, max-age=31536000, immutable" : "no-cache")
                .putHeader("Content-Type", mediaType(file))
                .end(Buffer.buffer(bytes.get()));
    }

    private static String mediaType(String file) {
        return switch (file.substring(file.lastIndexOf('.') + 1)) {
            case "css" -> "text/css;charset=UTF-8";
            case "js" -> "text/javascript;charset=UTF-8";
            case "svg" -> "image/svg+xml";
            case "png" -> "image/png";
            case "txt" -> "text/plain;charset=UTF-8";
            default -> "application/octet-stream";
        };
    }
}
