package org.hikeshi.disclosure.home;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hikeshi.policy.Policy;
import org.hikeshi.policy.PolicyFile;
import org.hikeshi.policy.PolicyProblems;
import org.hikeshi.web.Desk;
import org.hikeshi.web.Language;

/**
 * The desk as the vendor's policy file names it; the neutral policy of the box if there is none.
 */
@Startup
@Singleton
class PolicyDesk implements Desk {

    private final Policy policy;

    PolicyDesk(@ConfigProperty(name = "hikeshi.policy") Optional<Path> file) throws PolicyProblems {
        this.policy =
                file.isPresent()
                        ? PolicyFile.load(file.get()).policy()
                        : PolicyFile.loadBundled("default").policy();
    }

    @Override
    public String organisation(Language language) {
        Map<org.hikeshi.policy.Language, String> names = policy.organisation().name();
        String own = names.get(inPolicy(language));
        return own != null ? own : names.values().iterator().next();
    }

    @Override
    public Language firstLanguage() {
        return Language.valueOf(policy.firstLanguage().name());
    }

    ZoneId zone() {
        return policy.calendar().zone();
    }

    static org.hikeshi.policy.Language inPolicy(Language language) {
        return org.hikeshi.policy.Language.valueOf(language.name());
    }
}
