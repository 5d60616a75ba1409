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
public record Endpoint(
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
    public static final List<String> ROLES =
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

    /** The same line, saying otherwise; for controls. */
    public Endpoint reaching(String otherwise, Set<String> others) {
        return new Endpoint(
                service, method, path, otherwise, door, others, callers, consumes, where);
    }

    /** Whether it shows what belongs to one thing of that relation. */
    public boolean shows(String relation) {
        return method.equals("GET") && reach.equals(relation);
    }

    /** Whether it changes what belongs to one thing of that relation. */
    public boolean acts(String relation) {
        return !method.equals("GET") && !method.equals("HEAD") && reach.equals(relation);
    }

    /** Whether it lists what belongs to cases. */
    public boolean lists() {
        return reach.equals("CASES_SEEN") || reach.equals("MAIL");
    }

    public boolean lets(String role) {
        return roles.contains(role);
    }

    /** Names of the variables of its path, in their order. */
    List<String> variables() {
        return VARIABLE.matcher(path).results().map(found -> found.group(1)).toList();
    }

    /** With a value for each variable, by its name and, where it has one, its expression. */
    public String filled(java.util.function.BinaryOperator<String> values) {
        return VARIABLE.matcher(path)
                .replaceAll(
                        found ->
                                java.util.regex.Matcher.quoteReplacement(
                                        values.apply(
                                                found.group(1),
                                                found.group(2) == null ? "" : found.group(2))));
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
