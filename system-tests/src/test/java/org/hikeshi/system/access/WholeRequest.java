package org.hikeshi.system.access;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/**
 * A request that is taken, and where one sees what became of it. {@code <kind>} is the own thing of
 * a kind, {@code <n>} something new each time, {@code <soon>} a day of next month.
 *
 * @param wished the body with wishes
 * @param reader who reads; nobody with the report's key
 */
record WholeRequest(String body, String wished, String reader, String read) {
    /** By endpoint. */
    static final Map<String, WholeRequest> ALL =
            Map.ofEntries(
                    Map.entry(
                            "OneProductPages.version",
                            form("version=9.9.<n>", "ciso", "/api/v1/products/<product>")),
                    Map.entry(
                            "AddingProductPages.sent",
                            form(
                                    "name=Knock-<n>&models=KNOCK-<n>&developers=developer",
                                    "ciso",
                                    "/api/v1/products?limit=200")),
                    Map.entry(
                            "UnitPages.put",
                            form(
                                    "units=<model>,<model>-1,2.4.0,CUST-2",
                                    "ciso",
                                    "/api/v1/products/<product>/units")),
                    Map.entry(
                            "DeviceForms.sent",
                            form(
                                    "controllerId=knock-<n>&model=<model>&version=<version>",
                                    "it-operations",
                                    "/api/v1/devices?limit=200&model=<model>")),
                    Map.entry(
                            "ReportDeskForms.write",
                            form(
                                    "text=Hello",
                                    "security-office",
                                    "/api/v1/conversations/<report>/messages")),
                    Map.entry(
                            "CustomerPages.take",
                            form(
                                    "act=take&csv=customerId,name,email%0Aknock-<n>,Knock,"
                                            + "knock%40example.com",
                                    "ciso", "/api/v1/customers")),
                    Map.entry(
                            "ProfilePage.announce",
                            form("from=<soon>&until=<soon>", "security-office", "/desk/profile")),
                    Map.entry(
                            "StatusReplies.reply",
                            parts(Wishes.part("text", "Hello"), "/api/v1/reports/<code>/messages")),
                    Map.entry(
                            "AttachmentsResource.add",
                            parts(
                                    Wishes.part("attachment\"; filename=\"a.txt", "x"),
                                    "/api/v1/reports/<code>/messages")),
                    Map.entry(
                            "DdiResource.config",
                            new WholeRequest(
                                    config().encode(),
                                    Wishes.beside(config()).encode(),
                                    "it-operations",
                                    "/api/v1/devices/<controlled>")),
                    Map.entry(
                            "DdiResource.feedback",
                            new WholeRequest(
                                    status(new JsonObject()).encode(),
                                    Wishes.beside(status(Wishes.beside(new JsonObject()))).encode(),
                                    "ciso",
                                    "/api/v1/campaigns/<campaign>")));

    private static WholeRequest form(String body, String reader, String read) {
        return new WholeRequest(body, body + "&" + Wishes.pairs(), reader, read);
    }

    private static WholeRequest parts(String parts, String read) {
        String body = parts + Wishes.end();
        return new WholeRequest(body, Wishes.wished(body), Knocking.NOBODY, read);
    }

    private static JsonObject config() {
        return new JsonObject().put("data", new JsonObject().put("kind", "simulated"));
    }

    private static JsonObject status(JsonObject wishes) {
        JsonObject status =
                wishes.copy()
                        .put("execution", "proceeding")
                        .put("result", wishes.copy().put("finished", "none"))
                        .put("details", new JsonArray().add("x"));
        return new JsonObject().put("status", status);
    }
}
