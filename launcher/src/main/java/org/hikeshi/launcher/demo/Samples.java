package org.hikeshi.launcher.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Invented products, people and words; nothing of it exists. */
final class Samples {
    static final String AFFECTED = "2.4.0";
    static final String FIXED = "2.4.1";
    static final String VECTOR = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";

    /** Everybody who has to do with the case: staff id to role. */
    static final Map<String, String> TEAM =
            Map.of(
                    "security-office", "security-office",
                    "security-office-2", "security-office",
                    "developer", "developer",
                    "developer-2", "developer",
                    "qa", "qa",
                    "legal", "legal",
                    "communications", "communications",
                    "it-operations", "it-operations");

    private Samples() {}

    static JsonObject product(String model) {
        return new JsonObject()
                .put("name", "Edge gateway " + model)
                .put("models", new JsonArray(List.of(model)))
                .put("versions", new JsonArray(List.of("2.3.0", AFFECTED)))
                .put("supportEnds", "2031-03-31")
                .put("developers", new JsonArray(List.of("developer", "developer-2")));
    }

    static JsonObject unit(String serial, String model, String customer) {
        return new JsonObject()
                .put("serial", serial)
                .put("model", model)
                .put("version", AFFECTED)
                .put("customerId", customer);
    }

    static JsonObject customers() {
        return new JsonObject()
                .put(
                        "customers",
                        new JsonArray()
                                .add(customer("CUST-1", "Aoba Logistics", "ja"))
                                .add(customer("CUST-2", "Birch Hospital", "en")));
    }

    private static JsonObject customer(String id, String name, String language) {
        return new JsonObject()
                .put("id", id)
                .put("name", name)
                .put("email", id.toLowerCase(java.util.Locale.ROOT) + "@example.com")
                .put("language", language);
    }

    static JsonObject report(String model) {
        return new JsonObject()
                .put("title", "Administration page opens without a password")
                .put(
                        "description",
                        "A request with an empty session cookie is taken as the administrator.")
                .put(
                        "reproduction",
                        "Send any request to the administration page with an empty cookie.")
                .put(
                        "product",
                        new JsonObject().put("name", model).put("firmwareVersion", AFFECTED))
                .put(
                        "reporter",
                        new JsonObject()
                                .put("name", "Kit Finder")
                                .put("email", "finder@example.com")
                                .put("language", "ja")
                                .put("creditAs", "Kit Finder"));
    }

    static JsonObject assessment(String product) {
        JsonObject affected =
                new JsonObject().put("productId", product).put("versions", "<" + FIXED);
        JsonObject vulnerability =
                new JsonObject()
                        .put("title", "Empty session cookie is accepted")
                        .put("cwe", "CWE-287")
                        .put("cvss31", VECTOR)
                        .put("affected", new JsonArray().add(affected));
        return new JsonObject()
                .put("reproducible", true)
                .put("exploitation", "none")
                .put(
                        "findings",
                        new JsonObject()
                                .put("ja", "ご報告の事象を再現しました。空のセッションで管理画面が開きます。")
                                .put(
                                        "en",
                                        "We reproduced it: the page opens with an empty session."))
                .put("vulnerabilities", new JsonArray().add(vulnerability));
    }

    static JsonObject fix(String caseId, String product) {
        return new JsonObject()
                .put("caseId", caseId)
                .put("kind", "fix")
                .put("products", new JsonArray().add(product))
                .put("version", FIXED)
                .put("summary", "Sessions are checked before anything is served");
    }

    static byte[] firmware(String model) {
        return firmware(model, FIXED);
    }

    static byte[] firmware(String model, String version) {
        return ("invented firmware " + version + " for " + model + "\n")
                .repeat(2_000)
                .getBytes(StandardCharsets.UTF_8);
    }

    static JsonObject campaign() {
        JsonObject first = new JsonObject().put("name", "first").put("percent", 50);
        JsonObject all = new JsonObject().put("name", "all").put("percent", 100);
        return new JsonObject()
                .put("channel", "ota")
                .put("stages", new JsonArray().add(first).add(all));
    }

    static JsonObject advisory(String caseId, String product, String model) {
        return advisory(caseId, product, model, FIXED);
    }

    static JsonObject advisory(String caseId, String product, String model, String fixed) {
        JsonObject affected =
                new JsonObject()
                        .put("productId", product)
                        .put("model", model)
                        .put("versions", "<" + fixed)
                        .put("fixed", fixed);
        JsonObject vulnerability =
                new JsonObject()
                        .put("cwe", "CWE-287")
                        .put("cvss31", VECTOR)
                        .put("severity", "critical");
        return new JsonObject()
                .put("caseId", caseId)
                .put("kind", "SA")
                .put("texts", texts(model, fixed))
                .put("affected", new JsonArray().add(affected))
                .put("vulnerabilities", new JsonArray().add(vulnerability))
                .put(
                        "remedy",
                        new JsonObject()
                                .put("ja", fixed + " に更新してください。")
                                .put("en", "Update to " + fixed + "."))
                .put(
                        "workaround",
                        new JsonObject()
                                .put("ja", "更新まで、管理画面への接続を社内ネットワークに限ってください。")
                                .put(
                                        "en",
                                        "Until then, restrict the administration page to your own network."))
                .put("credits", new JsonArray().add("Kit Finder"));
    }

    private static JsonObject texts(String model, String fixed) {
        return new JsonObject().put("ja", japanese(model, fixed)).put("en", english(model, fixed));
    }

    private static JsonObject japanese(String model, String fixed) {
        return new JsonObject()
                .put("title", model + " の管理画面における認証不備の脆弱性")
                .put("summary", "管理画面の認証に不備があり、遠隔の第三者が管理者として操作できます。")
                .put("impact", "設定の閲覧、変更、装置の停止が可能です。")
                .put("details", "空のセッションが管理者として扱われます。")
                .put("whatToDo", fixed + " に更新してください。");
    }

    private static JsonObject english(String model, String fixed) {
        return new JsonObject()
                .put("title", "Missing authentication on the administration page of " + model)
                .put("summary", "A remote attacker can act as the administrator.")
                .put("impact", "Settings can be read and changed, the device can be stopped.")
                .put("details", "An empty session is taken as the administrator's.")
                .put("whatToDo", "Update to " + fixed + ".");
    }
}
