package org.hikeshi.system.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.hikeshi.system.device.ReferenceDevice.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Installs what is genuine; refuses everything else and says why. */
class ReferenceDeviceTest {
    private static final String MODEL = "EG-100";
    private static final byte[] FIRMWARE = new byte[200_000];
    private static final InstantSource NOW =
            InstantSource.fixed(Instant.parse("2026-12-01T00:00:00Z"));
    private static Vendor vendor;
    private static Vendor foreign;

    @TempDir Path folder;
    private ScriptedHouse house;
    private Flash flash;
    private ReferenceDevice device;

    @BeforeAll
    static void keys() throws Exception {
        vendor = Vendor.make();
        foreign = Vendor.make();
        new Random(1).nextBytes(FIRMWARE);
    }

    @BeforeEach
    void start() throws Exception {
        house = new ScriptedHouse();
        flash = new Flash(folder);
        flash.factory("1.5.0");
        device =
                new ReferenceDevice(
                        new DdiLink(house.base(), "token"), MODEL, vendor.key(), flash, NOW);
    }

    @AfterEach
    void stop() {
        device.close();
        house.close();
    }

    private static String manifest(String model, String version) throws Exception {
        return Vendor.manifest(model, version, "1.0.0", FIRMWARE);
    }

    @Test
    void whatIsGenuineIsInstalledAndReported() throws Exception {
        house.offer(vendor, manifest(MODEL, "2.0.0"), FIRMWARE);

        assertThat(device.poll(false)).isEqualTo(Outcome.INSTALLED);

        assertThat(device.version()).isEqualTo("2.0.0");
        assertThat(Files.readAllBytes(flash.firmware())).isEqualTo(FIRMWARE);
        assertThat(house.reports.getLast()).contains("closed", "success");
        assertThat(device.poll(false)).isEqualTo(Outcome.NOTHING);
    }

    @Test
    void aCutDownloadGoesOnWhereItWas() throws Exception {
        house.offer(vendor, manifest(MODEL, "2.0.0"), FIRMWARE);
        house.cutOnceAfter(120_000);

        assertThat(device.poll(false)).isEqualTo(Outcome.INSTALLED);

        assertThat(house.ranges).hasSize(1);
        assertThat(house.ranges.getFirst()).isNotEqualTo("bytes=0-");
        assertThat(Files.readAllBytes(flash.firmware())).isEqualTo(FIRMWARE);
    }

    /** Something that must not be installed. */
    private interface Spoiling {
        void spoil(ScriptedHouse house) throws Exception;
    }

    private record Spoiled(String what, String reason, Spoiling how) {}

    @TestFactory
    Stream<DynamicTest> everythingElseIsRefused() {
        return Stream.of(
                        new Spoiled(
                                "one bit of the firmware",
                                "hash",
                                h -> {
                                    byte[] other = FIRMWARE.clone();
                                    other[77_777] ^= 1;
                                    h.files.put("fw.bin", other);
                                }),
                        new Spoiled(
                                "more bytes than announced",
                                "truncated",
                                h ->
                                        h.files.put(
                                                "fw.bin",
                                                Arrays.copyOf(FIRMWARE, FIRMWARE.length + 9))),
                        new Spoiled(
                                "a signature of a foreign key",
                                "signature",
                                h -> h.files.put("fw.bin.sig", foreign.sign(FIRMWARE))),
                        new Spoiled(
                                "a manifest of a foreign key",
                                "manifest",
                                h -> h.offer(foreign, manifest(MODEL, "2.0.0"), FIRMWARE)),
                        new Spoiled(
                                "an edited manifest",
                                "manifest",
                                h ->
                                        h.files.put(
                                                "manifest.json",
                                                manifest(MODEL, "9.0.0")
                                                        .getBytes(StandardCharsets.UTF_8))),
                        new Spoiled(
                                "a signature that is none",
                                "signature",
                                h -> h.files.put("fw.bin.sig", new byte[] {1, 2, 3})),
                        new Spoiled(
                                "another model",
                                "model",
                                h -> h.offer(vendor, manifest("EM-20", "2.0.0"), FIRMWARE)),
                        new Spoiled(
                                "an older version",
                                "floor",
                                h -> h.offer(vendor, manifest(MODEL, "1.4.9"), FIRMWARE)),
                        new Spoiled(
                                "the same version",
                                "downgrade",
                                h -> h.offer(vendor, manifest(MODEL, "1.5.0"), FIRMWARE)),
                        new Spoiled(
                                "an expired manifest",
                                "validity",
                                h ->
                                        h.offer(
                                                vendor,
                                                manifest(MODEL, "2.0.0").replace("2100-", "2020-"),
                                                FIRMWARE)))
                .map(
                        spoiled ->
                                DynamicTest.dynamicTest(
                                        spoiled.what() + " → " + spoiled.reason(),
                                        () -> isRefused(spoiled)));
    }

    private void isRefused(Spoiled spoiled) throws Exception {
        try (ScriptedHouse other = new ScriptedHouse();
                ReferenceDevice asking =
                        new ReferenceDevice(
                                new DdiLink(other.base(), "token"),
                                MODEL,
                                vendor.key(),
                                flash,
                                NOW)) {
            other.offer(vendor, manifest(MODEL, "2.0.0"), FIRMWARE);
            spoiled.how().spoil(other);

            assertThat(asking.poll(false)).isEqualTo(Outcome.REFUSED);

            assertThat(asking.version()).isEqualTo("1.5.0");
            assertThat(flash.firmware()).doesNotExist();
            assertThat(asking.notice()).startsWith("refused: " + spoiled.reason());
            assertThat(other.reports.getLast()).contains("failure", "refused: " + spoiled.reason());
        }
    }

    @Test
    void aRaisedFloorOutlivesTheVersion() throws Exception {
        house.offer(vendor, Vendor.manifest(MODEL, "2.0.0", "1.9.0", FIRMWARE), FIRMWARE);
        device.poll(false);

        assertThat(flash.floor()).isEqualTo("1.9.0");
    }

    @Test
    void anUpdateThatIsNotImportantWaitsForAPerson() throws Exception {
        house.offer(vendor, manifest(MODEL, "2.0.0"), FIRMWARE);
        house.waitsForAPerson();
        assertThat(device.poll(false)).isEqualTo(Outcome.WAITS_FOR_A_PERSON);
        assertThat(device.notice()).contains("waits");
        assertThat(house.reports).isEmpty();

        assertThat(device.poll(true)).isEqualTo(Outcome.INSTALLED);
    }

    @Test
    void theOwnersSwitchHoldsBackAutomaticUpdates() throws Exception {
        house.offer(vendor, manifest(MODEL, "2.0.0"), FIRMWARE);
        device.switchAutomatic(false);
        assertThat(device.poll(false)).isEqualTo(Outcome.WAITS_FOR_A_PERSON);
    }

    @Test
    void aCancellationIsAnswered() throws Exception {
        house.cancels();
        assertThat(device.poll(false)).isEqualTo(Outcome.STOPPED);
        assertThat(house.reports.getLast()).contains("closed", "success");
    }

    @Test
    void itsOwnPageInstallsAPickedFileAndRefusesATamperedOne() throws Exception {
        byte[] manifest = manifest(MODEL, "2.0.0").getBytes(StandardCharsets.UTF_8);
        try (LocalPage page = new LocalPage(device, flash, 0)) {
            byte[] other = FIRMWARE.clone();
            other[5] ^= 1;
            String refused =
                    OwnersBrowser.picks(page, vendor, other, vendor.sign(FIRMWARE), manifest);
            assertThat(refused).contains("refused: hash", "1.5.0");

            String installed =
                    OwnersBrowser.picks(page, vendor, FIRMWARE, vendor.sign(FIRMWARE), manifest);
            assertThat(installed).contains("version 2.0.0 was installed");
        }
    }

    @Test
    void aPersonChecksOnThePage() throws Exception {
        house.offer(vendor, manifest(MODEL, "2.0.0"), FIRMWARE);
        try (LocalPage page = new LocalPage(device, flash, 0);
                HttpClient http = HttpClient.newHttpClient()) {
            String shown =
                    http.send(
                                    HttpRequest.newBuilder(page.address().resolve("/check"))
                                            .POST(BodyPublishers.noBody())
                                            .build(),
                                    BodyHandlers.ofString())
                            .body();
            assertThat(shown).contains("version 2.0.0 was installed");
        }
    }
}
