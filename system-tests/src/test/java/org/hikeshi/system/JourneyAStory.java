package org.hikeshi.system;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.hikeshi.launcher.demo.Door;
import org.hikeshi.launcher.demo.Finder;
import org.hikeshi.launcher.demo.Office;
import org.hikeshi.launcher.demo.Press;
import org.hikeshi.launcher.demo.Story;
import org.hikeshi.launcher.demo.Workshop;

/** What people do in journey A: a meter whose update service tells its secret. */
final class JourneyAStory extends JourneyScript {
    static final String MODEL = "SM-7";
    static final String AFFECTED = "2.4.0";
    static final String FIXED = "2.4.1";
    private static final Map<String, String> TEAM =
            Map.of(
                    "security-office", "security-office",
                    "security-office-2", "security-office",
                    "developer", "developer",
                    "qa", "qa",
                    "it-operations", "it-operations");

    private final JourneyAField field;

    JourneyAStory(Door door, JourneyAField field) {
        super(door);
        this.field = field;
    }

    @Override
    public String model() {
        return MODEL;
    }

    @Override
    public List<Story.Step> steps() {
        return List.of(
                step("the catalogue is filled", this::catalogue),
                step("a report", this::report),
                step("a person read it", this::confirm),
                step("it is rated Critical by definition", this::score),
                step("it gets a timeline of its own", this::timeline),
                step("the fix is handed in", this::fix),
                step("regression passed", this::test),
                step("signed and verified", this::sign),
                step("all gates passed, obtainable", this::release),
                step("the rollout begins", this::rollOut),
                step("devices refuse it, and it halts", () -> field.refuse(this::state)),
                step("two people let it go on, every device has it", this::install),
                step("the advisory is drafted", this::draft),
                step("reviewed and approved", this::approve),
                step("the date is agreed", this::agreeOnDate),
                step("it is published", this::awaitPublication),
                step("checked and closed", this::close));
    }

    /** The product line, its administrators and its units; the field registers its devices. */
    private void catalogue() {
        product =
                Workshop.product(
                        door,
                        "security-office",
                        new JsonObject(
                                """
                                {"name": "Meter gateway SM-7", "models": ["SM-7"], "versions": ["2.3.0", "2.4.0"],
                                 "supportEnds": "2031-03-31", "developers": ["developer"]}
                                """));
        JsonArray units = new JsonArray();
        field.serials()
                .forEach(
                        serial ->
                                units.add(
                                        new JsonObject()
                                                .put("serial", serial)
                                                .put("model", MODEL)
                                                .put("version", AFFECTED)
                                                .put("customerId", "CUST-1")));
        Workshop.units(door, "security-office", product, units);
        field.register(door);
        door.post(
                "communications",
                "/api/v1/customers",
                new JsonObject(
                        """
                        {"customers": [{"id": "CUST-1", "name": "Riverside Water", "email": "cust-1@example.com",
                                        "language": "en"},
                                       {"id": "CUST-2", "name": "Hill Power", "email": "cust-2@example.com",
                                        "language": "en"}]}
                        """));
    }

    private void report() {
        finder =
                Finder.reports(
                        door,
                        new JsonObject(
                                """
                                {"title": "The update service gives its secret away",
                                 "description": "Whoever asks twice within a second is sent the shared secret.",
                                 "product": {"name": "SM-7", "firmwareVersion": "2.4.0"},
                                 "reporter": {"name": "Kit Finder", "email": "finder@example.com", "language": "en",
                                              "creditAs": "Kit Finder, Riverside Lab"}}
                                """));
    }

    private void confirm() {
        office = Office.caseOf(door, finder().trackingCode());
        office().confirms("security-office");
        office().team("security-office", TEAM);
    }

    /** By definition, with the reason; there is no score under this policy (A6). */
    private void score() {
        office().assesses(
                        "security-office",
                        new JsonObject(
                                """
                                {"reproducible": true, "exploitation": "none",
                                 "findings": {"ja": "ご報告の事象を再現しました。", "en": "We reproduced what you describe."},
                                 "vulnerabilities": [{"title": "Shared secret sent to anybody", "cwe": "CWE-522",
                                   "severity": "critical", "justification": "Credentials leak to anybody, from afar",
                                   "affected": [{"productId": "%s", "versions": "<2.4.1"}]}]}
                                """
                                        .formatted(product)));
        office().scores("security-office");
    }

    /** The timeline of this case alone (A6-note). */
    private void timeline() {
        office().plans(
                        "security-office",
                        new JsonObject()
                                .put("deliverable", "firmware")
                                .put("owner", "developer")
                                .put("summary", "Check who asks; new firmware over the air")
                                .put("warnBy", "SA"));
        office().deadline(
                        "security-office",
                        "fix",
                        Instant.now().plus(20, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS),
                        "修正に二週間、試験に一週間を見込みます。",
                        "We need two weeks for the fix and one for the tests.");
    }

    private void fix() throws Exception {
        workshop =
                Workshop.begins(
                        door,
                        "developer",
                        new JsonObject()
                                .put("caseId", office().caseId())
                                .put("kind", "fix")
                                .put("products", new JsonArray().add(product))
                                .put("version", FIXED)
                                .put("summary", "Askers are checked before anything is sent"));
        workshop().uploads("developer", MODEL, FIXED, "swu", field.image());
        workshop()
                .neutralText(
                        "security-office",
                        "ciso",
                        "更新は自動で届きます。",
                        "The update arrives by itself. Please leave the gateway switched on.");
    }

    private void test() {
        workshop().passes("qa-regression", "qa", "288 of 288 cases passed");
    }

    private void sign() {
        workshop().signs("it-operations");
        workshop().passes("signature", "qa", "Verified with the public key");
    }

    private void release() {
        workshop().passes("channel", "it-operations", "Served over TLS only");
        workshop().releases("developer");
    }

    /** First the lab, then everybody; two of the lab's three may fail before it stops. */
    private void rollOut() {
        campaign =
                workshop()
                        .campaign(
                                "security-office",
                                new JsonObject(
                                        """
                                        {"channel": "ota", "stages": [
                                          {"name": "lab", "groups": ["lab"], "success": 100, "failure": 67},
                                          {"name": "all", "percent": 100}]}
                                        """));
        Workshop.steers(door, "security-office-2", campaign, "start", new JsonObject());
    }

    private String state() {
        return door.get("auditor", "/api/v1/campaigns/" + campaign).getString("state");
    }

    /** One person wishes that it goes on, another one lets it. */
    private void install() throws Exception {
        Workshop.steers(door, "security-office", campaign, "resume", new JsonObject());
        Workshop.steers(door, "security-office-2", campaign, "resume", new JsonObject());
        field.install();
        Waiting.until("completed", Duration.ofSeconds(60), () -> state().equals("completed"));
    }

    private void draft() {
        press =
                Press.drafts(
                        door,
                        "security-office",
                        new JsonObject(
                                """
                                {"caseId": "%s", "kind": "SA",
                                 "texts": {
                                   "en": {"title": "Shared secret of SM-7 could be read",
                                          "summary": "The update service sent the shared secret to whoever asked twice.",
                                          "whatToDo": "Leave the gateway switched on; it updates itself to 2.4.1."},
                                   "ja": {"title": "SM-7 の共有の秘密を読み取れる問題",
                                          "summary": "二度たずねた相手に、更新サービスが共有の秘密を送っていました。",
                                          "whatToDo": "電源を入れたままにしてください。2.4.1 へ自動で更新されます。"}},
                                 "affected": [{"productId": "%s", "model": "SM-7", "versions": "<2.4.1", "fixed": "2.4.1"}],
                                 "vulnerabilities": [{"cwe": "CWE-522", "severity": "critical"}],
                                 "remedy": {"en": "Update to 2.4.1.", "ja": "2.4.1 に更新してください。"},
                                 "credits": ["Kit Finder, Riverside Lab"]}
                                """
                                        .formatted(office().caseId(), product)));
    }

    private void approve() {
        press().reviewed("technical", "developer");
        press().approved("ciso");
    }
}
