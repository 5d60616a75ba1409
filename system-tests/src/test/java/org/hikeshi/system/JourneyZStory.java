package org.hikeshi.system;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hikeshi.launcher.demo.Door;
import org.hikeshi.launcher.demo.Finder;
import org.hikeshi.launcher.demo.Office;
import org.hikeshi.launcher.demo.Press;
import org.hikeshi.launcher.demo.Story;
import org.hikeshi.launcher.demo.Workshop;

/**
 * What people do in journey Z: software that is downloaded, and a matter that others talk about.
 */
final class JourneyZStory extends JourneyScript {
    static final String MODEL = "LS-5";
    static final String FIXED = "5.2.1";
    private static final Map<String, String> TEAM =
            Map.of(
                    "security-office", "security-office",
                    "security-office-2", "security-office",
                    "developer", "developer",
                    "qa", "qa",
                    "legal", "legal",
                    "communications", "communications",
                    "it-operations", "it-operations");

    JourneyZStory(Door door) {
        super(door);
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
                step("it is assessed and planned", this::score),
                step("a notice while others talk", this::notice),
                step("the fix is handed in", this::fix),
                step("the advisory is drafted, reviewed and approved", this::draft),
                step("verified, signed and to be had", this::release),
                step("it is offered for download", this::offer),
                step("its spread is declared", this::declare),
                step("the date is agreed", this::agreeOnDate),
                step("it is published", this::awaitPublication),
                step("checked and closed", this::close));
    }

    private void catalogue() {
        product =
                Workshop.product(
                        door,
                        "security-office",
                        new JsonObject(
                                """
                                {"name": "Ledger suite LS-5", "models": ["LS-5"], "versions": ["5.1.0", "5.2.0"],
                                 "supportEnds": "2031-03-31", "developers": ["developer"]}
                                """));
        Workshop.units(
                door,
                "security-office",
                product,
                new JsonArray(
                        """
                        [{"serial": "LS-5-1", "model": "LS-5", "version": "5.2.0", "customerId": "CUST-1"},
                         {"serial": "LS-5-2", "model": "LS-5", "version": "5.1.0", "customerId": "CUST-2"}]
                        """));
        door.post(
                "communications",
                "/api/v1/customers",
                new JsonObject(
                        """
                        {"customers": [
                          {"id": "CUST-1", "name": "青葉物流", "email": "cust-1@example.com", "language": "ja"},
                          {"id": "CUST-2", "name": "Birch Hospital", "email": "cust-2@example.com", "language": "en"},
                          {"id": "CUST-3", "name": "Not concerned", "email": "cust-3@example.com", "language": "en"}]}
                        """));
    }

    private void report() {
        finder =
                Finder.reports(
                        door,
                        new JsonObject(
                                """
                                {"title": "帳票の取り込みで任意のプログラムが動く",
                                 "description": "細工した帳票を取り込むと、サーバーで任意のプログラムが動きます。",
                                 "product": {"name": "LS-5", "firmwareVersion": "5.2.0"},
                                 "reporter": {"name": "検見 花子", "email": "finder@example.com", "language": "ja",
                                              "organisation": "川辺研究所", "creditAs": "検見 花子(川辺研究所)"}}
                                """));
    }

    private void confirm() {
        office = Office.caseOf(door, finder().trackingCode());
        office().confirms("security-office");
        office().team("security-office", TEAM);
    }

    /** By the house's own scheme (Z2.2). */
    private void score() {
        office().assesses(
                        "security-office",
                        new JsonObject(
                                """
                                {"reproducible": true, "exploitation": "none",
                                 "findings": {"ja": "ご報告の事象を再現しました。", "en": "We reproduced what you describe."},
                                 "vulnerabilities": [{"title": "帳票の取り込みの検査漏れ", "cwe": "CWE-94",
                                   "cvss31": "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H",
                                   "affected": [{"productId": "%s", "versions": "<5.2.1"}]}]}
                                """
                                        .formatted(product)));
        office().scores("security-office");
        office().plans(
                        "security-office",
                        new JsonObject()
                                .put("deliverable", "firmware")
                                .put("owner", "developer")
                                .put("summary", "Check forms before they are read; download")
                                .put("warnBy", "SN"));
    }

    /** Others talk about it: how it stands, before the details are confirmed (Z-SN). */
    private void notice() {
        press =
                Press.drafts(
                        door,
                        "security-office",
                        new JsonObject(
                                """
                                {"caseId": "%s", "kind": "SN",
                                 "texts": {
                                   "ja": {"title": "LS-5 についての報道について",
                                          "summary": "報道にある件を調べています。わかりしだい、この場所でお知らせします。"},
                                   "en": {"title": "On press reports about LS-5",
                                          "summary": "We investigate what is reported and tell more here as soon as we know it."}}}
                                """
                                        .formatted(office().caseId())));
        approve();
        Instant date = soon();
        press().date("security-office", date, date, true);
        awaitPublication();
    }

    private void approve() {
        press().reviewed("technical", "developer");
        press().reviewed("legal", "legal");
        press().approved("ciso");
    }

    private void fix() {
        workshop =
                Workshop.begins(
                        door,
                        "developer",
                        new JsonObject()
                                .put("caseId", office().caseId())
                                .put("kind", "fix")
                                .put("products", new JsonArray().add(product))
                                .put("version", FIXED)
                                .put("summary", "Forms are checked before they are read"));
        workshop().uploads("developer", MODEL, FIXED, "zip", new byte[50_000]);
        workshop()
                .neutralText(
                        "security-office",
                        "ciso",
                        "ダウンロードのページから入手してください。",
                        "Please get it at the download page.");
    }

    /** Verified, signed, and to be had (Z-SA). */
    private void release() {
        workshop().passes("qa-regression", "qa", "96 of 96 cases passed");
        workshop().signs("it-operations");
        workshop().passes("signature", "qa", "Verified with the public key");
        workshop().passes("channel", "it-operations", "The page offers it");
        workshop().releases("developer");
    }

    private void offer() {
        campaign =
                workshop().campaign("security-office", new JsonObject().put("channel", "download"));
        Workshop.steers(door, "security-office-2", campaign, "start", new JsonObject());
    }

    /** What customers said is written down, and the distribution declared complete. */
    private void declare() {
        Workshop.declares(
                door,
                "security-office",
                campaign,
                new JsonArray(
                        """
                        [{"model": "LS-5", "serial": "LS-5-1"}, {"model": "LS-5", "serial": "LS-5-2"}]
                        """),
                "Both customers wrote that they have installed it");
        Workshop.steers(
                door,
                "security-office-2",
                campaign,
                "complete",
                new JsonObject().put("reason", "All customers have it").put("permille", 1000));
    }

    JsonObject campaign() {
        return door.get("auditor", "/api/v1/campaigns/" + campaign);
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
                                   "ja": {"title": "LS-5 の帳票取り込みに任意のコードが実行される脆弱性",
                                          "summary": "細工した帳票を取り込むと、任意のコードが実行されます。",
                                          "whatToDo": "5.2.1 に更新してください。"},
                                   "en": {"title": "Crafted forms execute code in LS-5",
                                          "summary": "Reading a crafted form executes code of the attacker.",
                                          "whatToDo": "Update to 5.2.1."}},
                                 "affected": [{"productId": "%s", "model": "LS-5", "versions": "<5.2.1", "fixed": "5.2.1"}],
                                 "vulnerabilities": [{"cwe": "CWE-94",
                                   "cvss31": "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H", "severity": "high"}],
                                 "remedy": {"ja": "5.2.1 に更新してください。", "en": "Update to 5.2.1."},
                                 "workaround": {"ja": "外部から届いた帳票を取り込まないでください。",
                                                "en": "Do not read forms that come from outside."},
                                 "credits": ["検見 花子(川辺研究所)"]}
                                """
                                        .formatted(office().caseId(), product)));
        approve();
    }
}
