package org.hikeshi.system;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hikeshi.system.leak.PlantedSecret;

/**
 * A report with a word of its own in every field that a finder can write into. Product, model and
 * version are kept apart from the rest: they may stand in clear in intake's own table, and nowhere
 * else.
 */
final class SecretReport {
    private final String channel;
    private final List<PlantedSecret> sealed = new ArrayList<>();
    private final List<PlantedSecret> products = new ArrayList<>();
    final String email;

    /**
     * @param channel names the findings, for example {@code api} or {@code form}
     */
    SecretReport(String channel) {
        this.channel = channel;
        this.email = latin("reporter.email") + "@" + latin("reporter.email") + ".example.com";
    }

    /** Words that only sealed columns may hold. */
    List<PlantedSecret> sealed() {
        return sealed;
    }

    /** Words of the product fields. */
    List<PlantedSecret> products() {
        return products;
    }

    /** A latin and a Japanese word. */
    String both(String field) {
        PlantedSecret japanese = PlantedSecret.japanese(channel + ":" + field);
        sealed.add(japanese);
        return latin(field) + " " + japanese.word();
    }

    String latin(String field) {
        PlantedSecret latin = PlantedSecret.latin(channel + ":" + field);
        sealed.add(latin);
        return latin.word();
    }

    String product(String field) {
        PlantedSecret latin = PlantedSecret.latin(channel + ":product." + field);
        products.add(latin);
        return latin.word();
    }

    ObjectNode json() {
        ObjectNode report = ReporterClient.JSON.createObjectNode();
        Stream.of("title", "description", "impact", "reproduction", "technicalDetails", "tooling")
                .forEach(field -> report.put(field, both(field)));
        report.putObject("product")
                .put("name", product("name"))
                .put("model", product("model"))
                .put("firmwareVersion", product("firmwareVersion"));
        report.putObject("exploitation")
                .put("status", "active")
                .put("details", both("exploitation.details"));
        report.putObject("disclosurePlan")
                .put("date", "2027-03-01")
                .put("time", "11:00")
                .put("zone", "Asia/Tokyo")
                .put("details", both("disclosurePlan.details"));
        report.putArray("toldOthers")
                .addObject()
                .put("party", both("toldOthers.party"))
                .put("number", latin("toldOthers.number"));
        report.putObject("reporter")
                .put("name", both("reporter.name"))
                .put("email", email)
                .put("organisation", both("reporter.organisation"))
                .put("creditAs", both("reporter.creditAs"));
        return report;
    }
}
