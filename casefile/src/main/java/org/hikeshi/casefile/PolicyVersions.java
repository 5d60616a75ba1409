package org.hikeshi.casefile;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hikeshi.policy.LoadedPolicy;
import org.hikeshi.policy.Policy;
import org.hikeshi.policy.PolicyFile;
import org.hikeshi.policy.PolicyProblems;

/**
 * The policy in force and every earlier version this service started with (E0). A case names its
 * version for ever, and is judged by exactly that text, whatever the policy says today.
 */
@ApplicationScoped
public class PolicyVersions {
    private static final String KEEP =
            "INSERT INTO policy_version (version, sha256, text, first_used_at)"
                    + " VALUES (:version, :sha256, :text, :now) ON CONFLICT DO NOTHING";

    private final Rows rows;
    private final InstantSource clock;
    private final LoadedPolicy inForce;
    private final Map<String, Policy> known = new ConcurrentHashMap<>();

    /**
     * @throws IllegalStateException if the file has problems; the message names line and key of
     *     each
     */
    PolicyVersions(
            Rows rows, InstantSource clock, @ConfigProperty(name = "hikeshi.policy") Path file) {
        this.rows = rows;
        this.clock = clock;
        try {
            this.inForce = PolicyFile.load(file);
        } catch (PolicyProblems problems) {
            throw new IllegalStateException(problems.getMessage(), problems);
        }
    }

    /**
     * Before anything else starts: no event is heard and nothing promised under a policy that must
     * not be.
     */
    @Transactional
    void keep(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start) {
        String version = version();
        rows.getEntityManager()
                .createNativeQuery(KEEP)
                .setParameter("version", version)
                .setParameter("sha256", inForce.sha256())
                .setParameter("text", inForce.text())
                .setParameter("now", clock.instant())
                .executeUpdate();
        String kept = rows.findById(version).sha256;
        if (!kept.equals(inForce.sha256())) {
            throw new IllegalStateException(
                    "policy version %s was used before with another text (SHA-256 %s, now %s): give the changed policy a new number"
                            .formatted(version, kept, inForce.sha256()));
        }
        known.put(version, inForce.policy());
    }

    /** What new reports are taken under. */
    public Policy inForce() {
        return inForce.policy();
    }

    /** The number of the policy in force. */
    public String version() {
        return inForce.policy().version().number();
    }

    /**
     * The policy of that version.
     *
     * @throws UnknownPolicyVersionException if this service never started with it
     */
    public Policy of(String version) {
        return find(version).orElseThrow(() -> new UnknownPolicyVersionException(version));
    }

    private Optional<Policy> find(String version) {
        Policy policy = known.get(version);
        if (policy != null) {
            return Optional.of(policy);
        }
        Optional<Policy> kept = rows.text(version).map(text -> read(version, text));
        kept.ifPresent(read -> known.put(version, read));
        return kept;
    }

    private static Policy read(String version, String text) {
        try {
            return PolicyFile.load("version " + version, text.getBytes(StandardCharsets.UTF_8))
                    .policy();
        } catch (PolicyProblems unreadable) {
            throw new IllegalStateException(
                    "policy version " + version + " as kept cannot be read any more", unreadable);
        }
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<PolicyVersionRow, String> {
        @Transactional
        Optional<String> text(String version) {
            return findByIdOptional(version).map(row -> row.text);
        }
    }
}
