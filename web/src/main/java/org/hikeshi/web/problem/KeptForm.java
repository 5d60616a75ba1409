package org.hikeshi.web.problem;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.quarkus.qute.TemplateData;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * A form that came when its sender's session was over: given back with everything in it, to be sent
 * again after signing in on another page. Nothing of it is stored here, nor stands in an address.
 *
 * @param action where it was sent to
 */
@TemplateData
record KeptForm(String action, List<Field> fields) {

    private static final int MOST_BYTES = 256 * 1024;
    private static final int MOST_FIELDS = 500;
    private static final int SHORT = 40;

    /** One value as it came. */
    @TemplateData
    record Field(String name, String value) {
        /** Whether it is worth being shown: prose, not a choice or an id. */
        public boolean prose() {
            return value.length() > SHORT || value.indexOf('\n') >= 0;
        }
    }

    /** Reads what was sent, if it is the form of a page and nobody has read it yet. */
    static Uni<Optional<KeptForm>> of(RoutingContext request) {
        HttpServerRequest sent = request.request();
        if (!isForm(request, sent) || sent.isEnded()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return Uni.createFrom()
                .completionStage(
                        () -> {
                            CompletionStage<Buffer> body = sent.body().toCompletionStage();
                            sent.resume();
                            return body;
                        })
                .map(bytes -> read(sent.uri(), bytes.toString(StandardCharsets.UTF_8)))
                // Nothing of what was sent may get into a log, and what is half read is not kept.
                .onFailure()
                .recoverWithItem(Optional.empty());
    }

    private static boolean isForm(RoutingContext request, HttpServerRequest sent) {
        String type = sent.getHeader("Content-Type");
        String length = sent.getHeader("Content-Length");
        return sent.method().equals(HttpMethod.POST)
                && !Problems.forPrograms(request)
                && sent.getHeader("HX-Request") == null
                && type != null
                && type.startsWith("application/x-www-form-urlencoded")
                && length != null
                && length.matches("\\d{1,6}")
                && Integer.parseInt(length) <= MOST_BYTES;
    }

    /** Empty if it has more fields than a form of ours. */
    static Optional<KeptForm> read(String action, String body) {
        List<Field> fields =
                new QueryStringDecoder(body, StandardCharsets.UTF_8, false, MOST_FIELDS + 1)
                        .parameters().entrySet().stream()
                                .flatMap(
                                        one ->
                                                one.getValue().stream()
                                                        .map(
                                                                value ->
                                                                        new Field(
                                                                                one.getKey(),
                                                                                value)))
                                .toList();
        return fields.size() > MOST_FIELDS
                ? Optional.empty()
                : Optional.of(new KeptForm(action, fields));
    }
}
