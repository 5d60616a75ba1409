package org.hikeshi.system.device;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Map;

/** A device that asks, verifies, installs and reports; or refuses and says why. */
public final class ReferenceDevice implements AutoCloseable {
    private final DdiLink link;
    private final Verifying verifying;
    private final Flash flash;
    private volatile boolean automatic = true;
    private volatile String notice = "";
    private volatile long sleepSeconds = 2;

    public ReferenceDevice(
            DdiLink link, String model, VendorKey vendor, Flash flash, InstantSource clock) {
        this.link = link;
        this.flash = flash;
        this.verifying = new Verifying(model, vendor, flash, clock);
    }

    /** What one question led to. */
    public enum Outcome {
        NOTHING,
        INSTALLED,
        REFUSED,
        STOPPED,
        WAITS_FOR_A_PERSON
    }

    /** Asks once and does what is to be done. */
    public synchronized Outcome poll(boolean asPerson)
            throws IOException, InterruptedException, GeneralSecurityException {
        JsonNode answer = link.base();
        String sleep = answer.path("config").path("polling").path("sleep").asText("00:00:02");
        sleepSeconds = java.time.LocalTime.parse(sleep).toSecondOfDay();
        JsonNode links = answer.path("_links");
        if (links.has("configData")) {
            describe(links);
        }
        if (links.has("cancelAction")) {
            link.report(href(links, "cancelAction"), "closed", "success", "stopped");
            return Outcome.STOPPED;
        }
        return links.has("deploymentBase")
                ? offered(href(links, "deploymentBase"), asPerson)
                : Outcome.NOTHING;
    }

    private void describe(JsonNode links) throws IOException, InterruptedException {
        link.describe(
                href(links, "configData"),
                Map.of("version", flash.version(), "updates", automatic ? "on" : "off"));
    }

    private Outcome offered(URI offer, boolean asPerson)
            throws IOException, InterruptedException, GeneralSecurityException {
        JsonNode deployment = link.json(offer).path("deployment");
        boolean forced = deployment.path("update").asText().equals("forced");
        if (!asPerson && !(forced && automatic)) {
            notice = "an update waits for you: check for it on this page";
            return Outcome.WAITS_FOR_A_PERSON;
        }
        JsonNode artifact = deployment.path("chunks").path(0).path("artifacts").path(0);
        try {
            link.report(offer, "proceeding", "none", "verifying");
            String version = install(artifact);
            link.report(offer, "closed", "success", "installed " + version);
            notice = "version " + version + " was installed";
            return Outcome.INSTALLED;
        } catch (Refusal refused) {
            notice = refused.line();
            link.report(offer, "closed", "failure", refused.line());
            return Outcome.REFUSED;
        } catch (IOException failed) {
            notice = "the update failed and is tried again: " + failed.getMessage();
            link.report(offer, "closed", "failure", "connection: " + failed.getMessage());
            throw failed;
        }
    }

    private String install(JsonNode artifact)
            throws IOException, InterruptedException, GeneralSecurityException, Refusal {
        URI file = href(artifact.path("_links"), "download");
        Manifest manifest =
                verifying.manifest(
                        link.bytes(file.resolve("manifest.json")),
                        link.bytes(file.resolve("manifest.json.sig")));
        Path download = flash.folder().resolve("download-" + manifest.sha256());
        byte[] signature = link.bytes(URI.create(file + ".sig"));
        try {
            link.download(file, download, manifest.size());
            verifying.file(manifest, download, signature);
            flash.apply(manifest, download);
        } catch (Refusal refused) {
            Files.deleteIfExists(download);
            throw refused;
        }
        Files.deleteIfExists(download);
        return manifest.version();
    }

    /** A file picked by hand passes the same checks. */
    synchronized String install(
            Path file, byte[] signature, byte[] manifest, byte[] manifestSignature)
            throws IOException, GeneralSecurityException {
        try {
            Manifest said = verifying.manifest(manifest, manifestSignature);
            verifying.file(said, file, signature);
            flash.apply(said, file);
            notice = "version " + said.version() + " was installed";
        } catch (Refusal refused) {
            notice = refused.line();
        }
        return notice;
    }

    /** The owner's switch: off means that nothing installs without a person. */
    void switchAutomatic(boolean on) {
        automatic = on;
    }

    /** What the device's page says on top; empty if there is nothing to say. */
    public String notice() {
        return notice;
    }

    public String version() throws IOException {
        return flash.version();
    }

    private static URI href(JsonNode links, String name) {
        return URI.create(links.path(name).path("href").asText());
    }

    /** Asks again and again, as it is told to, until interrupted. */
    public void run() throws InterruptedException {
        while (true) {
            try {
                poll(false);
            } catch (IOException | GeneralSecurityException trouble) {
                notice = "no connection to " + link.host();
            }
            Thread.sleep(sleepSeconds * 1000);
        }
    }

    @Override
    public void close() {
        link.close();
    }

    /**
     * {@code <base address> <token> <model> <version> <vendor key PEM> <folder> <local port>}. Its
     * page answers at {@code http://127.0.0.1:<local port>/}.
     */
    public static void main(String[] words) throws Exception {
        Flash flash = new Flash(Path.of(words[5]));
        flash.factory(words[3]);
        try (ReferenceDevice device =
                        new ReferenceDevice(
                                new DdiLink(URI.create(words[0]), words[1]),
                                words[2],
                                VendorKey.ofPem(Files.readString(Path.of(words[4]))),
                                flash,
                                InstantSource.system());
                LocalPage page = new LocalPage(device, flash, Integer.parseInt(words[6]))) {
            System.out.println("page of the device: " + page.address());
            device.run();
        }
    }
}
