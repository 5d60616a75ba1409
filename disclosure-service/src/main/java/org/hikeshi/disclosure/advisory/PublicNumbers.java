package org.hikeshi.disclosure.advisory;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import org.hikeshi.casefile.PolicyDesk;
import org.hikeshi.casefile.PolicyVersions;

/**
 * Public numbers, {@code EX-SA-2026-7K3M}: the policy's prefix, kind, year in the policy's zone,
 * four random characters. Random, since a gap in a counted series betrays an embargoed one.
 */
@ApplicationScoped
class PublicNumbers {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final SecureRandom random = new SecureRandom();
    private final Advisories advisories;
    private final PolicyVersions policies;
    private final PolicyDesk desk;

    PublicNumbers(Advisories advisories, PolicyVersions policies, PolicyDesk desk) {
        this.advisories = advisories;
        this.policies = policies;
        this.desk = desk;
    }

    /** One that no advisory has. */
    String mint(AdvisoryKind kind, Instant now) {
        String start =
                policies.current().organisation().numberPrefix()
                        + "-"
                        + kind
                        + "-"
                        + now.atZone(desk.zone()).getYear()
                        + "-";
        String number = start + tail();
        while (advisories.taken(number)) {
            number = start + tail();
        }
        return number;
    }

    private String tail() {
        var tail = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            tail.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return tail.toString();
    }
}
