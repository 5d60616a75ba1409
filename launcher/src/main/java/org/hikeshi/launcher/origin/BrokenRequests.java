package org.hikeshi.launcher.origin;

import io.netty.handler.codec.TooLongFrameException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;

/**
 * What is no HTTP request, or one with too much in front of its body: a problem document, and the
 * connection ends.
 */
final class BrokenRequests {
    private BrokenRequests() {}

    static void answer(HttpServerRequest request) {
        Throwable cause = request.decoderResult().cause();
        int status = 400;
        String title = "This is not a well-formed HTTP request";
        if (cause instanceof TooLongFrameException tooLong) {
            boolean line = String.valueOf(tooLong.getMessage()).contains("line");
            status = line ? 414 : 431;
            title = line ? "The address is too long" : "The request's header is too large";
        }
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Connection", "close")
                .end(new JsonObject().put("title", title).put("status", status).encode())
                .onComplete(_ -> request.connection().close());
    }
}
