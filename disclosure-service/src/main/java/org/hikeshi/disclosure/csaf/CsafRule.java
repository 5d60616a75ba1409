package org.hikeshi.disclosure.csaf;

/** The rules that a document of ours could break, by their numbers in CSAF 2.0. */
public enum CsafRule {
    PRODUCT_DEFINED("6.1.1"),
    PRODUCT_DEFINED_ONCE("6.1.2"),
    LANGUAGE("6.1.12"),
    HISTORY_IN_ORDER("6.1.14"),
    LATEST_REVISION("6.1.16"),
    REVISION_MISSING("6.1.21"),
    CVE_ONCE("6.1.23"),
    PRODUCT_TREE("6.1.27.4"),
    VULNERABILITIES("6.1.27.11"),
    ONE_VERSION("6.1.31"),
    /** A text that the schema wants is empty. */
    SCHEMA("schema");

    private final String number;

    CsafRule(String number) {
        this.number = number;
    }

    public String number() {
        return number;
    }
}
