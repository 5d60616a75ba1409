package org.hikeshi.casefile;

import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hikeshi.events.Speakers;
import org.hikeshi.events.Topics;
import org.hikeshi.messaging.TopicDeclaration;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.messaging.service.DeclaredTopics;
import org.hikeshi.messaging.service.SpokenTypes;
import org.hikeshi.policy.LoadedPolicy;
import org.hikeshi.policy.PolicyFile;
import org.hikeshi.policy.PolicyProblems;
import org.hikeshi.policy.Workspace;
import org.hikeshi.trust.ServiceIdentity;
import org.hikeshi.trust.ServiceTokens;
import org.jboss.logging.Logger;

/**
 * Beans that every service shares and that need policy or events; a service's own bean of the same
 * type wins. Messaging, which knows no type, learns here what the contract of the events says about
 * speakers and topics.
 */
class CasefileBeans {
    private static final Logger LOG = Logger.getLogger(CasefileBeans.class);

    /** Keeps the policy this service starts with. */
    @Produces
    @Singleton
    PolicyVersions policies(
            @ConfigProperty(name = "hikeshi.policy") Path file,
            @ConfigProperty(name = "hikeshi.workspace", defaultValue = "trial") String workspace,
            @ConfigProperty(name = "hikeshi.policy-approval") Optional<Path> approval,
            Transactions transactions,
            Clock clock) {
        try {
            LoadedPolicy policy = PolicyFile.load(file);
            Workspace kind = Workspace.valueOf(workspace.toUpperCase(Locale.ROOT));
            StartingWorkspace.judge(policy, kind, approval, clock.instant());
            StartingWorkspace.keep(kind, transactions, clock);
            return PolicyVersions.starting(policy, transactions, clock);
        } catch (PolicyProblems problems) {
            throw new IllegalStateException(problems.getMessage(), problems);
        }
    }

    /** Before anything else: nothing is heard or promised under a policy that may not be used. */
    void start(
            @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event,
            PolicyVersions policies) {
        LOG.infof("policy version %s is in force", policies.currentVersion());
    }

    @Produces
    @Singleton
    @DefaultBean
    SpokenTypes speakers() {
        return Speakers::of;
    }

    /** All declared topics; a service says its facts on the first one, {@code case-events}. */
    @Produces
    @Singleton
    @DefaultBean
    DeclaredTopics topics() {
        List<TopicDeclaration> all =
                Topics.declared().stream()
                        .map(t -> new TopicDeclaration(t.name(), t.partitions(), t.config()))
                        .toList();
        if (!all.getFirst().name().equals(Topics.CASE_EVENTS)) {
            throw new IllegalStateException("topics.json names " + Topics.CASE_EVENTS + " first");
        }
        return () -> all;
    }

    @Produces
    @Singleton
    @DefaultBean
    ServiceTokens tokens(ServiceIdentity identity, Clock clock) {
        return new ServiceTokens(identity, clock);
    }
}
