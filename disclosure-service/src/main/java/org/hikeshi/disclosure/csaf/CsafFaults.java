package org.hikeshi.disclosure.csaf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hikeshi.disclosure.advisory.AdvisoryContent;
import org.hikeshi.disclosure.advisory.AffectedProduct;
import org.hikeshi.web.FieldError;

/**
 * The fields of a text that no CSAF 2.0 document may hold as they are, found while a person can
 * still change them. What is judged here cannot break a rule of {@link CsafRules} later.
 */
public final class CsafFaults {
    private final List<FieldError> faults = new ArrayList<>();

    private CsafFaults() {}

    /** Pointers are those of the API; empty if every field can be published. */
    public static List<FieldError> of(AdvisoryContent content) {
        var faults = new CsafFaults();
        faults.products(content.affected());
        faults.vulnerabilities(content);
        return List.copyOf(faults.faults);
    }

    private void products(List<AffectedProduct> rows) {
        Set<String> once = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            AffectedProduct row = rows.get(i);
            String at = "/affected/" + i;
            if (row.product().isBlank()) {
                faults.add(FieldError.at(at + "/product", "product-needed"));
            }
            if (CsafRules.isRange(row.fixed())) {
                faults.add(FieldError.at(at + "/fixed", "version-range"));
            }
            // Once as affected and once as not would contradict itself (6.1.6).
            if (!once.add(row.name() + "\n" + ProductTree.range(row))) {
                faults.add(FieldError.at(at + "/versions", "row-twice"));
            }
        }
    }

    /** One CVE names one vulnerability of a document (6.1.23). */
    private void vulnerabilities(AdvisoryContent content) {
        Set<String> once = new HashSet<>();
        for (int i = 0; i < content.vulnerabilities().size(); i++) {
            String cve = content.vulnerabilities().get(i).cve();
            if (!cve.isEmpty() && !once.add(cve)) {
                faults.add(FieldError.at("/vulnerabilities/" + i + "/cve", "cve-twice"));
            }
        }
    }
}
