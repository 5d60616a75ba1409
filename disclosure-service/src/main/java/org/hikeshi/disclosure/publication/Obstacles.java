package org.hikeshi.disclosure.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hikeshi.casefile.PolicyVersions;
import org.hikeshi.disclosure.advisory.Advisory;
import org.hikeshi.disclosure.advisory.AdvisoryKind;
import org.hikeshi.disclosure.knowledge.Knowledge;
import org.hikeshi.disclosure.knowledge.RemedyStage;
import org.hikeshi.policy.Precondition;

/** What stands between an approved text and the public, in fixed words. */
@ApplicationScoped
public class Obstacles {
    private static final Duration CLOCKS_AGREE = Duration.ofMinutes(1);

    private final Knowledge knowledge;
    private final PolicyVersions policies;
    private final EntityManager database;
    private final Clock clock;

    Obstacles(Knowledge knowledge, PolicyVersions policies, EntityManager database, Clock clock) {
        this.knowledge = knowledge;
        this.policies = policies;
        this.database = database;
        this.clock = clock;
    }

    /** {@code held, no-date, too-early, precondition-…}, the first one first; empty if none. */
    public List<String> of(Advisory advisory) {
        List<String> all = new ArrayList<>();
        if (advisory.held()) {
            all.add("held");
        }
        boolean revision = advisory.revisions() > 0;
        if (!revision && advisory.plannedFor().isEmpty()) {
            all.add("no-date");
        }
        if (!revision
                && advisory.plannedFor().filter(d -> d.isAfter(clock.instant())).isPresent()) {
            all.add("too-early");
        }
        if (!revision && advisory.kind() == AdvisoryKind.SA && !advisory.deviates()) {
            Precondition wanted = policies.of(advisory.policyVersion()).disclosure().precondition();
            if (!met(wanted, knowledge.remedies(advisory.caseId()))) {
                all.add("precondition-" + wanted.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            }
        }
        return all;
    }

    /** A3.5, E3.4, Z2.4: what the policy wants to be true before a vulnerability is published. */
    static boolean met(Precondition wanted, Set<RemedyStage> heard) {
        EnumSet<RemedyStage> enough =
                switch (wanted) {
                    case REMEDIATED -> EnumSet.of(RemedyStage.DISTRIBUTED);
                    case REMEDY_PREPARED -> EnumSet.allOf(RemedyStage.class);
                    case REMEDY_OBTAINABLE ->
                            EnumSet.complementOf(EnumSet.of(RemedyStage.VERIFIED));
                };
        return heard.stream().anyMatch(enough::contains);
    }

    /** Whether the database's clock agrees with ours: publication trusts neither alone. */
    boolean clocksAgree() {
        Instant there =
                (Instant)
                        database.createNativeQuery("SELECT clock_timestamp()", Instant.class)
                                .getSingleResult();
        return Duration.between(there, clock.instant()).abs().compareTo(CLOCKS_AGREE) <= 0;
    }
}
