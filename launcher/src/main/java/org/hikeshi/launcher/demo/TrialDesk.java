package org.hikeshi.launcher.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** What the desk does alike with the cases of the trial data, up to a remedy that is released. */
final class TrialDesk {
    static final String OFFICE = "security-office";
    static final String HIGH = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H";
    static final String MEDIUM = "CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:U/C:L/I:L/A:N";

    private final Door door;
    private final TrialFleet fleet;

    TrialDesk(Door door, TrialFleet fleet) {
        this.door = door;
        this.fleet = fleet;
    }

    Door door() {
        return door;
    }

    TrialFleet fleet() {
        return fleet;
    }

    Finder report(String title, String product, String language) {
        return Finder.reports(door, body(title, product, language));
    }

    static JsonObject body(String title, String product, String language) {
        return new JsonObject()
                .put("title", title)
                .put("description", title + ". Invented for the trial; steps on request.")
                .put("product", new JsonObject().put("name", product))
                .put(
                        "reporter",
                        new JsonObject()
                                .put("name", "Kit Finder")
                                .put("email", "finder@example.com")
                                .put("language", language));
    }

    Office confirmed(Finder finder) {
        Office office = Office.caseOf(door, finder.trackingCode());
        office.confirms(OFFICE);
        office.team(OFFICE, Samples.TEAM);
        return office;
    }

    void score(Office office, String product, String vector) {
        score(office, product, vector, Samples.FIXED);
    }

    /** As concerning all versions before the one that is to mend it. */
    void score(Office office, String product, String vector, String mended) {
        JsonObject assessment = Samples.assessment(fleet.product(product));
        JsonObject one = assessment.getJsonArray("vulnerabilities").getJsonObject(0);
        one.put("cvss31", vector)
                .getJsonArray("affected")
                .getJsonObject(0)
                .put("versions", "<" + mended);
        office.assesses(OFFICE, assessment);
        office.scores(OFFICE);
    }

    /** A fix for both models of a line, through all gates and released. */
    Workshop fix(Office office, String product, String version) {
        JsonObject remediation =
                Samples.fix(office.caseId(), fleet.product(product)).put("version", version);
        Workshop workshop = Workshop.begins(door, "developer", remediation);
        for (String model : TrialFleet.models(product)) {
            workshop.uploads("developer", model, version, Samples.firmware(model, version));
        }
        workshop.neutralText(
                OFFICE,
                "ciso",
                "管理画面の「更新」から適用してください。",
                "Use \"Update\" on the administration page.");
        releases(workshop);
        return workshop;
    }

    /** What a user can do meanwhile; nothing to install. */
    void workaround(Office office, String product, JsonObject texts) {
        JsonObject remediation =
                new JsonObject()
                        .put("caseId", office.caseId())
                        .put("kind", "mitigation")
                        .put("products", new JsonArray(List.of(fleet.product(product))))
                        .put("summary", "Users can close the way in by themselves")
                        .put("workaround", texts);
        Workshop workshop = Workshop.begins(door, "developer", remediation);
        workshop.neutralText(
                OFFICE,
                "ciso",
                "サポートページの「安全な設定」をご確認ください。",
                "Please see \"Safe settings\" on the support page.");
        releases(workshop);
    }

    private static void releases(Workshop workshop) {
        workshop.passes("security-review", "developer-2", "Reviewed line by line");
        workshop.passes("qa-regression", "qa", "412 of 412 cases passed");
        if (!workshop.seenBy("qa").getJsonArray("artifacts").isEmpty()) {
            workshop.signs("it-operations");
        }
        workshop.passes("signature", "qa", "Verified with the public key");
        workshop.passes("channel", "it-operations", "Served over TLS only");
        workshop.releases("developer");
    }

    static JsonObject words(Object ja, Object en) {
        return new JsonObject().put("ja", ja).put("en", en);
    }
}
