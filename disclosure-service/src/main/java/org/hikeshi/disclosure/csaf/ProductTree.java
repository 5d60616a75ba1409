package org.hikeshi.disclosure.csaf;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hikeshi.disclosure.advisory.AffectedProduct;
import org.hikeshi.disclosure.advisory.ProductStanding;

/** The products of an advisory as branches vendor → product → versions (CSAF 2.0, 3.2.2). */
final class ProductTree {
    private final String vendor;
    private final Map<String, List<String[]>> versionsByProduct = new LinkedHashMap<>();
    private final List<String> affected = new ArrayList<>();
    private final List<String> notAffected = new ArrayList<>();
    private final List<String> fixed = new ArrayList<>();
    private int count;

    ProductTree(String vendor, List<AffectedProduct> products) {
        this.vendor = vendor;
        for (AffectedProduct product : products) {
            List<String> into =
                    product.standing() == ProductStanding.AFFECTED ? affected : notAffected;
            into.add(add(product.name(), "product_version_range", range(product)));
            if (!product.fixed().isEmpty()) {
                fixed.add(add(product.name(), "product_version", product.fixed()));
            }
        }
    }

    private String add(String product, String category, String version) {
        String id = "CSAFPID-%04d".formatted(++count);
        versionsByProduct
                .computeIfAbsent(product, name -> new ArrayList<>())
                .add(new String[] {category, version, id});
        return id;
    }

    /** As a vers range where it has the form of one, else as it is written. */
    static String range(AffectedProduct product) {
        String versions = product.versions().isEmpty() ? "*" : product.versions();
        String bare = versions.replace(" ", "");
        return bare.matches("[<>=*][0-9A-Za-z.<>=|*+-]*") ? "vers:generic/" + bare : versions;
    }

    List<String> affected() {
        return affected;
    }

    List<String> notAffected() {
        return notAffected;
    }

    List<String> fixed() {
        return fixed;
    }

    void write(ObjectNode tree) {
        ObjectNode top = tree.putArray("branches").addObject();
        top.put("category", "vendor").put("name", vendor);
        ArrayNode products = top.putArray("branches");
        versionsByProduct.forEach(
                (name, versions) -> {
                    ObjectNode product = products.addObject();
                    product.put("category", "product_name").put("name", name);
                    ArrayNode branches = product.putArray("branches");
                    versions.forEach(one -> branch(branches.addObject(), name, one));
                });
    }

    private void branch(ObjectNode branch, String product, String[] version) {
        branch.put("category", version[0]).put("name", version[1]);
        branch.putObject("product")
                .put("name", vendor + " " + product + " " + version[1])
                .put("product_id", version[2]);
    }
}
