package org.hikeshi.casefile;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.hikeshi.policy.Policy;
import org.hikeshi.policy.PromisedDate;
import org.hikeshi.web.Desk;
import org.hikeshi.web.Language;

/** The desk as the policy in force names it, for the pages of every service. */
@Singleton
public class PolicyDesk implements Desk {
    private final Policy policy;

    PolicyDesk(PolicyVersions policies) {
        this.policy = policies.current();
    }

    @Override
    public String organisation(Language language) {
        Map<org.hikeshi.policy.Language, String> names = policy.organisation().name();
        String first = names.getOrDefault(policy.firstLanguage(), "");
        return names.getOrDefault(inPolicy(language), first);
    }

    @Override
    public Language firstLanguage() {
        return Language.valueOf(policy.firstLanguage().name());
    }

    @Override
    public String moment(Instant at, Language language) {
        return PromisedDate.instant(at, inPolicy(language), zone());
    }

    @Override
    public String due(Instant at, Language language) {
        return PromisedDate.bare(at, inPolicy(language), policy.calendar());
    }

    /** In which promises and dates are told. */
    public ZoneId zone() {
        return policy.calendar().zone();
    }

    /** The same language in the policy's own terms. */
    public static org.hikeshi.policy.Language inPolicy(Language language) {
        return org.hikeshi.policy.Language.valueOf(language.name());
    }
}
