package org.hikeshi.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.hikeshi.launcher.demo.Door;
import org.hikeshi.system.device.CuttingProxy;
import org.hikeshi.system.device.DdiLink;
import org.hikeshi.system.device.Flash;
import org.hikeshi.system.device.ReferenceDevice;
import org.hikeshi.system.device.ReferenceDevice.Outcome;
import org.hikeshi.system.device.Swupdate;
import org.hikeshi.system.device.VendorKey;
import org.jspecify.annotations.Nullable;

/**
 * Four gateways in the field. Three in the lab: one with another vendor's key in it, one that
 * somebody had already brought to a newer version, and Debian's swupdate with a foreign signer. One
 * at a customer's, on a bad line. All are at first what they should not be, then as they left the
 * factory.
 */
final class JourneyAField implements AutoCloseable {
    private static final byte[] PAYLOAD =
            "the new firmware\n".repeat(20_000).getBytes(StandardCharsets.UTF_8);
    private static final String FOREIGN = "SM-7-1";
    private static final String NEWER = "SM-7-2";
    private static final String DEBIAN = "SM-7-3";
    private static final String CUSTOMER = "SM-7-4";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final URI origin;
    private final Path folder;
    private final Swupdate swupdate;
    private final Map<String, String> tokens = new LinkedHashMap<>();
    private @Nullable VendorKey vendor;

    /**
     * @param origin where the house is
     * @param folder for what the devices keep
     */
    JourneyAField(URI origin, Path folder) {
        this.origin = origin;
        this.folder = folder;
        this.swupdate = new Swupdate(folder);
    }

    List<String> serials() {
        return List.of(FOREIGN, NEWER, DEBIAN, CUSTOMER);
    }

    /** Operations give each device its name and token. */
    void register(Door door) {
        for (String serial : serials()) {
            JsonObject device =
                    new JsonObject().put("controllerId", serial).put("model", JourneyAStory.MODEL);
            if (!serial.equals(CUSTOMER)) {
                device.put("group", "lab");
            }
            tokens.put(
                    serial,
                    door.post("it-operations", "/api/v1/devices", device).getString("targetToken"));
        }
    }

    /** An image that swupdate can read; for the others it is a file like any other. */
    byte[] image() throws IOException, InterruptedException, GeneralSecurityException {
        if (!Swupdate.isHere()) {
            return PAYLOAD;
        }
        swupdate.signer("vendor");
        swupdate.signer("foreign");
        return swupdate.image("vendor", PAYLOAD);
    }

    /**
     * The devices get the vendor's key, as in the factory.
     *
     * @param pem from the house's download page
     */
    void trust(String pem) throws GeneralSecurityException {
        vendor = VendorKey.ofPem(pem);
    }

    /** The lab refuses, each device for its own reason, until the house stops. */
    void refuse(Supplier<String> campaign) throws Exception {
        var pair = KeyPairGenerator.getInstance("RSA");
        pair.initialize(2048);
        VendorKey other = new VendorKey(pair.generateKeyPair().getPublic());
        refuses(FOREIGN, other, JourneyAStory.AFFECTED, "refused: manifest");
        refuses(NEWER, vendor(), "3.0.0", "refused: floor");
        assertThat(campaign.get()).as("two of three may fail").isEqualTo("running");
        if (Swupdate.isHere()) {
            swupdate.start(origin + "/ota", DEBIAN, token(DEBIAN), "foreign", "");
        } else {
            refuses(DEBIAN, other, JourneyAStory.AFFECTED, "refused: manifest");
        }
        await("the campaign halts", () -> campaign.get().equals("halted"));
        swupdate.stop();
        assertThat(swupdate.installed()).doesNotExist();
    }

    private void refuses(String serial, VendorKey key, String version, String reason)
            throws Exception {
        Flash flash = flash(serial + "-spoilt", version);
        try (ReferenceDevice device = device(serial, key, flash, ProxySelector.getDefault())) {
            assertThat(device.poll(false)).as(serial).isEqualTo(Outcome.REFUSED);
            assertThat(device.notice()).startsWith(reason);
            assertThat(device.version()).isEqualTo(version);
            assertThat(flash.firmware()).doesNotExist();
        }
    }

    /** The same devices as they left the factory install what they are offered. */
    void install() throws Exception {
        installs(FOREIGN, ProxySelector.getDefault());
        installs(NEWER, ProxySelector.getDefault());
        if (Swupdate.isHere()) {
            swupdateInstalls();
        } else {
            installs(DEBIAN, ProxySelector.getDefault());
        }
        try (CuttingProxy line = new CuttingProxy(".swu", 100_000)) {
            installs(CUSTOMER, line.way());
            assertThat(line.ranges()).as("went on where it was cut").hasSize(1);
            assertThat(line.ranges().getFirst()).isNotEqualTo("bytes=0-");
        }
    }

    private void installs(String serial, ProxySelector way) throws Exception {
        Flash flash = flash(serial, JourneyAStory.AFFECTED);
        try (ReferenceDevice device = device(serial, vendor(), flash, way)) {
            Waiting.until(
                    serial + " installs", PATIENCE, () -> device.poll(false) == Outcome.INSTALLED);
            assertThat(device.version()).isEqualTo(JourneyAStory.FIXED);
            assertThat(flash.firmware()).exists();
        }
    }

    /** It confirms what it installed after its restart, as the DDI clients in the field do. */
    private void swupdateInstalls() throws Exception {
        int before = swupdate.log().length();
        swupdate.start(origin + "/ota", DEBIAN, token(DEBIAN), "vendor", "");
        await(
                "swupdate installs",
                () -> swupdate.log().substring(before).contains("SWUPDATE successful"));
        assertThat(Files.readAllBytes(swupdate.installed())).isEqualTo(PAYLOAD);
        swupdate.stop();
        swupdate.start(origin + "/ota", DEBIAN, token(DEBIAN), "vendor", "2");
    }

    private void await(String what, Callable<Boolean> reached) throws IOException {
        try {
            Waiting.until(what, PATIENCE, reached);
        } catch (AssertionError late) {
            throw new AssertionError("swupdate said: " + swupdate.log(), late);
        }
    }

    private ReferenceDevice device(String serial, VendorKey key, Flash flash, ProxySelector way) {
        URI base = origin.resolve("/ota/DEFAULT/controller/v1/" + serial);
        return new ReferenceDevice(
                new DdiLink(base, token(serial), way),
                JourneyAStory.MODEL,
                key,
                flash,
                InstantSource.system());
    }

    private Flash flash(String name, String version) throws IOException {
        Flash flash = new Flash(folder.resolve(name));
        flash.factory(version);
        return flash;
    }

    private String token(String serial) {
        return Objects.requireNonNull(tokens.get(serial));
    }

    private VendorKey vendor() {
        return Objects.requireNonNull(vendor, "no key was built in");
    }

    @Override
    public void close() throws InterruptedException {
        swupdate.close();
    }
}
