package org.hikeshi.disclosure.date;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.hikeshi.casefile.PolicyVersions;
import org.hikeshi.policy.ClockName;
import org.hikeshi.policy.Policy;

/** Until when reporters may answer a proposal (clock 18). */
@ApplicationScoped
class AnsweringTime {
    private static final Duration HOUSE = Duration.ofDays(7);

    private final PolicyVersions policies;

    AnsweringTime(PolicyVersions policies) {
        this.policies = policies;
    }

    /** As wished, else by the policy's clock, else a week; never after the date itself. */
    Instant until(DateWish wish, Instant now) {
        Instant asked = wish.answerBy();
        if (asked != null) {
            return asked;
        }
        Policy policy = policies.current();
        Instant until =
                policy.clock(ClockName.PROPOSAL_ANSWER)
                        .flatMap(rule -> rule.unscored().within().dueAfter(now, policy.calendar()))
                        .orElse(now.plus(HOUSE));
        return until.isAfter(wish.date()) ? wish.date() : until;
    }
}
