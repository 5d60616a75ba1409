package org.hikeshi.release.campaign;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a person may do to a campaign, and in which roles. */
public enum CampaignAct {
    START(Set.of(Roles.OFFICE)),
    RESUME(Set.of(Roles.OFFICE)),
    ABORT(Set.of(Roles.OFFICE)),
    COMPLETE(Set.of(Roles.OFFICE)),
    /** Stopping is one click for anybody on the case who acts in it (auditors read). */
    PAUSE(Roles.ACTING);

    private final Set<String> roles;

    CampaignAct(Set<String> roles) {
        this.roles = roles;
    }

    public Set<String> roles() {
        return roles;
    }

    /** The last part of its address. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<CampaignAct> of(String word) {
        return Arrays.stream(values()).filter(act -> act.word().equals(word)).findFirst();
    }

    /** Names of roles as they stand in annotations. */
    public static final class Roles {
        public static final String OFFICE = "security-office";

        /** All roles that act on a case. */
        public static final Set<String> ACTING =
                Set.copyOf(
                        List.of(
                                OFFICE,
                                "ciso",
                                "developer",
                                "qa",
                                "it-operations",
                                "communications",
                                "legal",
                                "supply-chain"));

        private Roles() {}
    }
}
