package org.hikeshi.web.late;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hikeshi.trust.SessionSeal;

/**
 * Seals a form that came too late, for whoever signed in last on its browser, and opens it again.
 * Sealed with the key that all services share: given back by one, opened where people sign in.
 */
@Singleton
public class KeptForms {

    static final Duration LONGEST = Duration.ofHours(12);

    private static final int MOST_BYTES = 256 * 1024;

    private final SessionSeal seal;
    private final LastPerson last;
    private final InstantSource clock = InstantSource.system();

    KeptForms(@ConfigProperty(name = "hikeshi.session-key") Optional<Path> key, LastPerson last) {
        this.seal = key.map(SessionSeal::read).orElseGet(SessionSeal::ofThisProcess);
        this.last = last;
    }

    /**
     * Reads what was sent, if it is the form of a page, nobody has read it yet, and it is known who
     * was signed in; as text for one field of a page.
     */
    public Uni<Optional<String>> closed(RoutingContext request) {
        HttpServerRequest sent = request.request();
        Optional<String> sender = last.of(request).map(SessionSeal.Session::person);
        if (sender.isEmpty() || !isForm(sent) || sent.isEnded()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return Uni.createFrom()
                .completionStage(
                        () -> {
                            CompletionStage<Buffer> body = sent.body().toCompletionStage();
                            sent.resume();
                            return body;
                        })
                .map(bytes -> bytes.toString(StandardCharsets.UTF_8))
                .map(body -> seal(sender.get(), sent.uri(), body))
                // Nothing of what was sent may get into a log, and what is half read is not kept.
                .onFailure()
                .recoverWithItem(Optional.empty());
    }

    private Optional<String> seal(String sender, String action, String body) {
        if (KeptForm.read(action, body).isEmpty()) {
            return Optional.empty();
        }
        byte[] text = (action + "\n" + body).getBytes(StandardCharsets.UTF_8);
        byte[] form =
                ByteBuffer.allocate(Long.BYTES + text.length)
                        .putLong(clock.millis())
                        .put(text)
                        .array();
        return Optional.of(seal.sealForm(sender, form));
    }

    /** The form, if this person sent it and not longer ago than a session may last. */
    public Optional<KeptForm> opened(String person, String closed) {
        return seal.openForm(person, closed)
                .filter(
                        form ->
                                clock.instant()
                                        .isBefore(
                                                Instant.ofEpochMilli(form.getLong()).plus(LONGEST)))
                .map(form -> StandardCharsets.UTF_8.decode(form).toString())
                .flatMap(
                        text -> {
                            int end = text.indexOf('\n');
                            return KeptForm.read(text.substring(0, end), text.substring(end + 1));
                        });
    }

    private static boolean isForm(HttpServerRequest sent) {
        String type = sent.getHeader("Content-Type");
        String length = sent.getHeader("Content-Length");
        return sent.method().equals(HttpMethod.POST)
                && sent.getHeader("HX-Request") == null
                && type != null
                && type.startsWith("application/x-www-form-urlencoded")
                && length != null
                && length.matches("\\d{1,6}")
                && Integer.parseInt(length) <= MOST_BYTES;
    }
}
