package org.hikeshi.triage.desk;

import java.util.HashMap;
import java.util.Map;
import org.hikeshi.triage.overview.CaseView;
import org.jspecify.annotations.Nullable;

/** What the products of a case are called; the id where the catalogue has not said it. */
record ProductNames(Map<String, String> names) {

    static ProductNames of(CaseView view) {
        Map<String, String> names = new HashMap<>();
        for (CaseView.VulnerabilityView vulnerability : view.vulnerabilities()) {
            for (CaseView.AffectedView affected : vulnerability.affected()) {
                String name = affected.name();
                names.put(affected.productId(), name == null ? affected.productId() : name);
            }
        }
        return new ProductNames(names);
    }

    String of(@Nullable String productId) {
        return productId == null ? "" : names.getOrDefault(productId, productId);
    }
}
