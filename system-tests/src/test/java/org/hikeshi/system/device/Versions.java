package org.hikeshi.system.device;

/** Versions as this vendor counts: numbers part by part; a device needs no more. */
final class Versions {
    private Versions() {}

    static int compare(String one, String other) {
        String[] left = one.split("[.+-]", -1);
        String[] right = other.split("[.+-]", -1);
        for (int at = 0; at < Math.max(left.length, right.length); at++) {
            int order = Long.compare(part(left, at), part(right, at));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static long part(String[] parts, int at) {
        return at < parts.length && parts[at].matches("\\d{1,18}") ? Long.parseLong(parts[at]) : 0;
    }
}
