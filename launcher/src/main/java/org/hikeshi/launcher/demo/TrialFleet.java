package org.hikeshi.launcher.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The products of the trial data, who has them, and the devices in the field. */
final class TrialFleet {
    static final String GATEWAY = "Edge gateway EG";
    static final String METER = "Energy meter EM";
    static final String CAMERA = "Door camera CX";
    private static final int PER_MODEL = 40;
    private static final int CUSTOMERS = 8;

    /** The customer whose address is gone. */
    private static final int BOUNCING = 6;

    /** Product line and its two models. */
    private static final Map<String, List<String>> LINES =
            Map.of(
                    GATEWAY, List.of("EG-100", "EG-200"),
                    METER, List.of("EM-20", "EM-21"),
                    CAMERA, List.of("CX-1", "CX-2"));

    private final Door door;

    TrialFleet(Door door) {
        this.door = door;
    }

    void catalogue() {
        line(GATEWAY, "2031-03-31");
        line(METER, "2030-09-30");
        line(CAMERA, "2024-03-31");
    }

    private void line(String name, String supportEnds) {
        List<String> models = models(name);
        JsonObject product =
                new JsonObject()
                        .put("name", name)
                        .put("models", new JsonArray(models))
                        .put("versions", new JsonArray(List.of("2.3.0", Samples.AFFECTED)))
                        .put("supportEnds", supportEnds)
                        .put("developers", new JsonArray(List.of("developer", "developer-2")));
        String id = Workshop.product(door, "security-office", product);
        JsonArray units = new JsonArray();
        for (String model : models) {
            for (int i = 1; i <= PER_MODEL; i++) {
                units.add(Samples.unit(serial(model, i), model, customer(i % CUSTOMERS + 1)));
            }
        }
        Workshop.units(door, "security-office", id, units);
    }

    /** A list as a spreadsheet in Japan writes it. */
    void customers() {
        List<String> names =
                List.of("青葉物流", "樺病院", "千草市水道局", "団栗電力", "榎本商会", "藤ビル管理", "銀杏大学", "葉山ホテル");
        StringBuilder list = new StringBuilder("customerId,name,email,language\r\n");
        for (int i = 1; i <= CUSTOMERS; i++) {
            String id = customer(i);
            list.append(id)
                    .append(',')
                    .append(names.get(i - 1))
                    .append(',')
                    .append(id.toLowerCase(Locale.ROOT))
                    .append(i == BOUNCING ? "@moved.invalid," : "@example.com,")
                    .append(i % 4 == 0 ? "en" : "ja")
                    .append("\r\n");
        }
        byte[] file = list.toString().getBytes(Charset.forName("windows-31j"));
        Door.Call call =
                new Door.Call(
                        "communications",
                        "POST",
                        "/api/v1/customers",
                        file,
                        Map.of("Content-Type", "text/csv", "Accept", "application/json"));
        door.expect(call);
    }

    /** All but those of the model whose rollout is shown; they come with it. */
    void devices() {
        LINES.values().stream()
                .flatMap(List::stream)
                .filter(model -> !model.equals("EG-200"))
                .forEach(this::register);
    }

    /** Registers the devices of a model; their tokens by id. */
    List<Map.Entry<String, String>> register(String model) {
        List<Map.Entry<String, String>> tokens = new ArrayList<>();
        for (int i = 1; i <= PER_MODEL; i++) {
            String id = serial(model, i);
            JsonObject device =
                    new JsonObject()
                            .put("controllerId", id)
                            .put("serial", id)
                            .put("model", model)
                            .put("version", Samples.AFFECTED);
            tokens.add(Map.entry(id, Workshop.device(door, "it-operations", device)));
        }
        return tokens;
    }

    /** The id of a product line, by its name in the catalogue. */
    String product(String name) {
        JsonArray items = door.get("security-office", "/api/v1/products").getJsonArray("items");
        for (Object one : items) {
            JsonObject product = (JsonObject) one;
            if (name.equals(product.getString("name"))) {
                return product.getString("productId");
            }
        }
        throw new IllegalStateException("the catalogue has no " + name);
    }

    static List<String> models(String line) {
        return LINES.getOrDefault(line, List.of());
    }

    /** All units of a line, as they are named when they were updated by hand. */
    JsonArray units(String line) {
        JsonArray units = new JsonArray();
        for (String model : models(line)) {
            for (int i = 1; i <= PER_MODEL; i++) {
                units.add(new JsonObject().put("model", model).put("serial", serial(model, i)));
            }
        }
        return units;
    }

    private static String serial(String model, int number) {
        return "%s-%03d".formatted(model, number);
    }

    private static String customer(int number) {
        return "C-10" + number;
    }
}
