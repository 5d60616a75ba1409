package org.hikeshi.disclosure.publication;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.messaging.Worker;

/**
 * Brings this replica's copy to the present generation and serves from it. Ready only while no
 * newer generation is known; when the database cannot be asked, what is there goes on being served.
 */
@Singleton
public class Replica {
    private static final Duration POLL = Duration.ofMillis(500);

    private final Site site;
    private final Transactions transactions;
    private final LocalSite local;
    private final Worker worker;
    private volatile long wanted;

    Replica(
            Site site,
            Transactions transactions,
            @ConfigProperty(name = "hikeshi.site") Optional<Path> folder)
            throws IOException {
        this.site = site;
        this.transactions = transactions;
        this.local =
                LocalSite.at(
                        folder.isPresent()
                                ? folder.get()
                                : Files.createTempDirectory("hikeshi-site"));
        this.worker = new Worker("public-site", POLL, this::follow);
    }

    /** A file as it is served. */
    public record Served(String mediaType, String sha256, byte[] bytes) {}

    void start(@Observes StartupEvent event) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent event) {
        worker.close();
    }

    /** After a publication: do not wait for the next look. */
    public void wake() {
        worker.wake();
    }

    /** The file at a path of the public site. */
    public Optional<Served> serve(String path) throws IOException {
        Optional<Site.Entry> entry = local.find(path);
        return entry.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Served(
                                entry.get().mediaType(),
                                entry.get().sha256(),
                                local.bytes(entry.get())));
    }

    /** One look; false since there is nothing more to do at once. */
    private boolean follow() throws IOException {
        wanted = transactions.inTransaction(connection -> site.generation());
        if (wanted != local.current().number()) {
            LocalSite.Generation next = fetch();
            local.switchTo(next);
            wanted = next.number();
        }
        return false;
    }

    private LocalSite.Generation fetch() {
        return transactions.inTransaction(
                connection -> {
                    long number = site.held().generation; // nobody changes files while we copy them
                    Map<String, Site.Entry> entries = site.entries();
                    for (Site.Entry entry : entries.values()) {
                        copy(entry);
                    }
                    return new LocalSite.Generation(number, Map.copyOf(entries));
                });
    }

    private void copy(Site.Entry entry) {
        try {
            if (!local.has(entry.sha256())) {
                local.keep(entry.sha256(), site.bytes(entry.path()).orElseThrow());
            }
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    /** The generation that is served here; -1 before the first. */
    long served() {
        return local.current().number();
    }

    /** Whether pages are there and no newer generation is known; generation 0 has no page yet. */
    boolean present() {
        return served() > 0 && served() >= wanted;
    }
}
