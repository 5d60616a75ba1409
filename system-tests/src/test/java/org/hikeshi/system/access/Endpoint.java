package org.hikeshi.system.access;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * One line of the table.
 *
 * @param door roles that the framework lets in; empty for everybody, signed in or not
 * @param roles those that the use case lets act, within the door; empty where nobody needs one
 * @param callers services that may call, for {@code SERVICE}
 * @param consumes media types of the body; empty if none is asked for
 * @param where class and method, for whoever must repair it
 */
record Endpoint(
        String service,
        String method,
        String path,
        String reach,
        Set<String> door,
        Set<String> roles,
        Set<String> callers,
        List<String> consumes,
        String where)
        implements Comparable<Endpoint> {
    static final List<String> ROLES =
            List.of(
                    "security-office",
                    "ciso",
                    "developer",
                    "qa",
                    "legal",
                    "communications",
                    "supply-chain",
                    "it-operations",
                    "auditor");

    private static final Pattern VARIABLE =
            Pattern.compile("\\{(\\w+)\\s*(?::\\s*((?:[^{}]|\\{[^}]*})*))?}");

    /** Whether it is for people who sign in. */
    boolean forStaff() {
        return !door.isEmpty();
    }

    boolean forPrograms() {
        return path.startsWith("/api/")
                || path.startsWith("/internal/")
                || path.startsWith("/ota/");
    }

    boolean lets(String role) {
        return roles.contains(role);
    }

    /** Names of the variables of its path, in their order. */
    List<String> variables() {
        return VARIABLE.matcher(path).results().map(found -> found.group(1)).toList();
    }

    /** As people read it: variables without their expressions. */
    String shown() {
        return VARIABLE.matcher(path).replaceAll("{$1}");
    }

    String who() {
        if (!callers.isEmpty()) {
            return String.join(", ", new TreeSet<>(callers));
        }
        if (!forStaff()) {
            return "–";
        }
        if (roles.containsAll(ROLES)) {
            return "every role";
        }
        List<String> others = ROLES.stream().filter(role -> !roles.contains(role)).toList();
        return others.size() <= 2
                ? "all but " + String.join(", ", others)
                : String.join(", ", ROLES.stream().filter(roles::contains).toList());
    }

    @Override
    public int compareTo(Endpoint other) {
        int byPath = (service + " " + shown()).compareTo(other.service + " " + other.shown());
        int byMethod = byPath != 0 ? byPath : method.compareTo(other.method);
        return byMethod != 0 ? byMethod : consumes.toString().compareTo(other.consumes.toString());
    }

    @Override
    public String toString() {
        return method + " " + path + " of " + service;
    }
}
