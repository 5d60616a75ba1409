package org.hikeshi.web;

import io.quarkus.qute.TemplateData;
import java.util.Set;

/**
 * Who looks at a page.
 *
 * @param name staff id, empty if nobody signed in
 * @param roles names of the design's roles
 * @param shown what the person is called on the own pages: the provider's word for a login name,
 *     else the staff id
 */
@TemplateData
public record SignedIn(String name, Set<String> roles, String shown) {

    public static final SignedIn NOBODY = new SignedIn("", Set.of(), "");

    public SignedIn {
        roles = Set.copyOf(roles);
    }

    public boolean present() {
        return !name.isEmpty();
    }

    /** Whether this person has one of the roles. */
    public boolean isOneOf(Set<String> wanted) {
        return roles.stream().anyMatch(wanted::contains);
    }
}
