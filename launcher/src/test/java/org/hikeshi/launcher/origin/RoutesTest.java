package org.hikeshi.launcher.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of design §7, path by path, against the real routes.yaml. */
class RoutesTest {
    private static Routes routes() throws IOException {
        return Routes.read(Path.of("..", "routes.yaml"));
    }

    @ParameterizedTest
    @CsvSource({
        "/, disclosure",
        "/advisories, disclosure",
        "/advisories/EX-SA-2026-7K3M.en, disclosure",
        "/notices, disclosure",
        "/policy/1.0, disclosure",
        "/feeds/osv/x.json, disclosure",
        "/.well-known/security.txt, disclosure",
        "/desk/advisories/x, disclosure",
        "/api/v1/advisories/x/reviews/legal, disclosure",
        "/report, intake",
        "/report/received, intake",
        "/status/open/x, intake",
        "/desk/reports, intake",
        "/desk/quarantine, intake",
        "/api/v1/reports, intake",
        "/api/v1/reports/R-7K3M-92QX-4/messages, intake",
        "/api/v1/conversations/x/messages, intake",
        "/api/v1/reporters/x/reveal, intake",
        "/api/v1/receipt-key, intake",
        "/sign-in, triage",
        "/sign-out, triage",
        "/desk, triage",
        "/desk/, triage",
        "/desk/anything-else, triage",
        "/desk/cases/C-2026-0039, triage",
        "/desk/sboms, triage",
        "/api/v1/cases, triage",
        "/api/v1/tasks, triage",
        "/api/v1/cvss, triage",
        "/desk/releases/x, release",
        "/desk/campaigns, release",
        "/downloads/EG-100, release",
        "/ota/default/controller/v1/x, release",
        "/api/v1/campaigns/x/start, release",
        "/my/token, notifier",
        "/desk/mail, notifier",
        "/desk/customers, notifier",
        "/desk/operations, notifier",
        "/desk/operations/intake, intake",
        "/desk/operations/unknown, notifier",
        "/api/v1/operations/triage, triage",
        "/api/v1/openapi/release, release",
        "/assets/disclosure/0123abcd/hikeshi.css, disclosure",
        "/assets/launcher/0123abcd/hikeshi.css, launcher",
        "/trial, launcher",
        "/mailbox/api/messages, launcher"
    })
    void longestPrefixWins(String path, String service) throws IOException {
        assertThat(routes().of(path)).get().extracting(Routes.Route::service).isEqualTo(service);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal",
                "/internal/reporters",
                "/q",
                "/q/health",
                "/q/metrics",
                "/nothing",
                "/desktop",
                "/reports",
                "/api",
                "/api/v1",
                "/api/v1/operations",
                "/assets",
                "/assets/unknown/x",
                "/index.html",
                ""
            })
    void anythingElseIsTheCommon404(String path) throws IOException {
        assertThat(routes().of(path)).isEmpty();
    }

    @Test
    void aTableThatRoutesAPrivatePathIsRefused(@TempDir Path dir) throws IOException {
        Path file = dir.resolve("routes.yaml");
        Files.writeString(
                file, "routes:\n  intake: [/internal/reporters]\neach: []\nlauncher: []\n");

        assertThatThrownBy(() -> Routes.read(file)).hasMessageContaining("/internal/reporters");
    }

    @Test
    void aPrefixNamedTwiceIsRefused(@TempDir Path dir) throws IOException {
        Path file = dir.resolve("routes.yaml");
        Files.writeString(
                file,
                "routes:\n  intake: [/report]\n  triage: [/report]\neach: []\nlauncher: []\n");

        assertThatThrownBy(() -> Routes.read(file)).hasMessageContaining("/report");
    }
}
