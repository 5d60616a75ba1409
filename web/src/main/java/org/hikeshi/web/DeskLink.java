package org.hikeshi.web;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.Set;

/**
 * One of the desk's main pages. The list names only pages that a service has, and a person is shown
 * only those that the role may open: nobody sees a link that will be refused.
 *
 * @param key the link's words are {@code web.nav.<key>}
 * @param current whether the present page belongs to it
 */
@TemplateData
public record DeskLink(String key, String path, boolean current) {

    private record Entry(String key, String path, Set<String> roles) {}

    private static final Set<String> STAFF =
            Set.of(
                    "ciso",
                    "security-office",
                    "developer",
                    "qa",
                    "supply-chain",
                    "communications",
                    "legal",
                    "it-operations",
                    "auditor");

    private static final List<Entry> ENTRIES =
            List.of(
                    new Entry("tasks", "/desk", STAFF),
                    new Entry("cases", "/desk/cases", STAFF),
                    new Entry("releases", "/desk/releases", STAFF),
                    new Entry("advisories", "/desk/advisories", STAFF),
                    new Entry("mail", "/desk/mail", STAFF),
                    new Entry(
                            "customers",
                            "/desk/customers",
                            Set.of("communications", "security-office", "ciso", "auditor")),
                    new Entry("audit", "/desk/audit", Set.of("auditor", "ciso", "security-office")),
                    new Entry(
                            "operations",
                            "/desk/operations",
                            Set.of("it-operations", "security-office", "ciso", "auditor")));

    static List<DeskLink> forPerson(SignedIn person, String path) {
        return ENTRIES.stream()
                .filter(entry -> person.isOneOf(entry.roles()))
                .map(entry -> new DeskLink(entry.key(), entry.path(), holds(entry, path)))
                .toList();
    }

    private static boolean holds(Entry entry, String path) {
        if (path.matches("/desk/operations/[a-z]+/audit(/.*)?")) {
            return entry.key().equals("audit"); // each service's part of the record
        }
        return path.equals(entry.path())
                || (path.startsWith(entry.path() + "/") && !entry.path().equals("/desk"));
    }
}
