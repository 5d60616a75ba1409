package org.hikeshi.release.ota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hikeshi.release.ota.DdiClient.staff;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.hikeshi.release.artifact.ArtifactStore;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Debian's swupdate as it comes installs from us, and refuses what it should. */
@QuarkusTest
@QuarkusTestResource(
        value = OtaParts.class,
        initArgs = @ResourceArg(name = "service", value = "release"))
class SwupdateIT {
    private static final byte[] PAYLOAD =
            "the new firmware\n".repeat(20_000).getBytes(StandardCharsets.UTF_8);

    @Inject AgroalDataSource database;
    @Inject ArtifactStore store;
    @TempDir Path folder;
    private String campaign = "";

    @SuppressWarnings("NullAway.Init") // set by the first step of each test
    private ReleasedWorld world;

    @BeforeEach
    void onlyWhereItIsInstalled() {
        Assumptions.assumeTrue(
                Swupdate.isHere(), "swupdate, cpio or openssl is not installed on this machine");
    }

    private DdiClient offered(byte[] image) throws Exception {
        world = ReleasedWorld.make(database, store, image);
        DdiClient device = DdiClient.register(world.model(), "sw-" + world.model(), null);
        campaign =
                staff("security-office")
                        .contentType(ContentType.JSON)
                        .body("{}")
                        .post("/api/v1/remediations/" + world.remediation() + "/campaigns")
                        .path("id");
        staff("security-office-2")
                .post("/api/v1/campaigns/" + campaign + "/start")
                .then()
                .statusCode(200);
        return device;
    }

    private void start(Swupdate swupdate, DdiClient device, String confirm) throws Exception {
        String address = "http://localhost:" + RestAssured.port + "/ota";
        swupdate.start(address, device.controllerId(), device.token(), confirm);
    }

    private String state() {
        return staff("auditor").get("/api/v1/campaigns/" + campaign).path("state");
    }

    private static void until(Swupdate device, String what, Callable<Boolean> reached)
            throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        while (!reached.call()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within 40 s: " + what + "\n" + device.log());
            }
            Thread.onSpinWait();
        }
    }

    @Test
    void itInstallsAndConfirmsAfterItsRestart() throws Exception {
        try (Swupdate swupdate = new Swupdate(folder)) {
            DdiClient device = offered(swupdate.image("swu", PAYLOAD));
            start(swupdate, device, "");
            until(swupdate, "installed", () -> detail().contains("All Chunks Installed."));
            assertThat(Files.readAllBytes(swupdate.installed())).isEqualTo(PAYLOAD);
            assertThat(state()).isEqualTo("running");
            swupdate.stop();

            start(swupdate, device, "2");
            until(swupdate, "completed", () -> state().equals("completed"));

            assertThat(world.ask("SELECT version FROM unit WHERE model = ?", world.model()))
                    .containsExactly(ReleasedWorld.VERSION);
            staff("auditor")
                    .get("/api/v1/devices?model=" + world.model())
                    .then()
                    .body("items[0].attributes.serial", org.hamcrest.Matchers.equalTo("SN-0001"));
        }
    }

    @Test
    void anImageOfAForeignSignerIsRefusedAndTheCampaignHalts() throws Exception {
        try (Swupdate swupdate = new Swupdate(folder)) {
            swupdate.image("swu", PAYLOAD); // makes the certificate that the device trusts
            DdiClient device = offered(swupdate.image("foreign", PAYLOAD));
            start(swupdate, device, "");
            until(swupdate, "halted", () -> state().equals("halted"));
            assertThat(swupdate.installed()).doesNotExist();
        }
    }

    private String detail() throws Exception {
        return String.join(
                "\n",
                world.ask(
                        "SELECT coalesce(details, '') FROM ota_action WHERE campaign_id = ?::uuid",
                        campaign));
    }
}
