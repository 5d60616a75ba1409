package org.hikeshi.disclosure.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.hikeshi.disclosure.publication.SiteFile;

/**
 * A list as JSON, for the page's search, which runs in the reader's browser, and for anybody's
 * program: numbers, addresses, products with their ranges.
 */
final class AdvisoryIndex {
    private static final ObjectMapper JSON = new ObjectMapper();

    private AdvisoryIndex() {}

    static SiteFile file(String path, List<ShownAdvisory> all) {
        ObjectNode index = JSON.createObjectNode();
        var items = index.putArray("items");
        all.forEach(one -> item(items.addObject(), one));
        try {
            return new SiteFile(path, SiteFile.JSON, JSON.writeValueAsBytes(index));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an index is plain text", impossible);
        }
    }

    private static void item(ObjectNode item, ShownAdvisory one) {
        item.put("id", one.id())
                .put("kind", one.kind())
                .put("path", one.path())
                .put("title", one.title())
                .put("severity", one.severity())
                .put("publishedAt", one.publishedAt().toString())
                .put("changedAt", one.changedAt().toString())
                .put("withdrawn", one.withdrawn());
        var cves = item.putArray("cves");
        one.cves().forEach(cves::add);
        var products = item.putArray("products");
        for (ShownAdvisory.Row row : one.products()) {
            products.addObject()
                    .put("product", row.product())
                    .put("model", row.model())
                    .put("versions", row.versions())
                    .put("fixed", row.fixed())
                    .put("affected", row.affected());
        }
    }
}
