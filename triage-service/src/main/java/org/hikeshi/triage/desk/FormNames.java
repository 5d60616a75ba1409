package org.hikeshi.triage.desk;

/** Which field of a form a pointer of the API means. */
final class FormNames {
    private FormNames() {}

    static String of(String pointer) {
        if (pointer.endsWith("/productId")) {
            return "product";
        }
        if (pointer.startsWith("/targets")) {
            return "fixBy";
        }
        if (pointer.startsWith("/factors")) {
            return "factors";
        }
        if (pointer.startsWith("/members")) {
            return "members";
        }
        String last = pointer.substring(pointer.lastIndexOf('/') + 1);
        return last.equals("into") ? "duplicateOf" : last;
    }
}
