package org.hikeshi.notifier.telling;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.hikeshi.events.*;
import org.jspecify.annotations.Nullable;

/** How long a clock that ran out is spoken of again: daily, in a Critical case hourly. */
final class Breaches {
    private final CaseFacts facts;
    private final Instant moment;

    Breaches(CaseFacts facts, Instant moment) {
        this.facts = facts;
        this.moment = moment;
    }

    /** The last repetition whose time has come and the next one, as long as the breach lasts. */
    List<Instant> repeats(ClockBreached breach, Heard heard) {
        Duration each = critical() ? Duration.ofHours(1) : Duration.ofDays(1);
        Optional<Instant> end = end(breach, heard);
        long passed = Math.max(0, Duration.between(heard.at(), moment).dividedBy(each));
        return Stream.of(passed, passed + 1)
                .filter(n -> n > 0)
                .map(n -> heard.at().plus(each.multipliedBy(n)))
                .filter(at -> end.isEmpty() || at.isBefore(end.get()))
                .toList();
    }

    private boolean critical() {
        return facts.scored().filter(s -> s.severity() == Severity.CRITICAL).isPresent();
    }

    private Optional<Instant> end(ClockBreached breach, Heard heard) {
        return facts.heard().stream()
                .filter(later -> !later.at().isBefore(heard.at()))
                .filter(later -> ends(breach, later.event()))
                .map(Heard::at)
                .findFirst();
    }

    private static boolean ends(ClockBreached breach, CaseEvent event) {
        if (event instanceof CaseClosed) {
            return true;
        }
        if (event instanceof DeadlineSet set) {
            return set.clock() == breach.clock() && sameProduct(set.product(), breach.product());
        }
        return switch (breach.clock()) {
            case CONFIRMATION, FIRST_ACTION -> event instanceof CaseConfirmed;
            case RESULT, TIMELINE -> event instanceof Scored;
            case MITIGATION ->
                    event instanceof MitigationReady
                            || event instanceof PatchReady
                            || event instanceof RemedyVerified;
            case FIX -> event instanceof PatchReady;
            case PUBLICATION, AGREED_DATE -> event instanceof Disclosed;
            case ESCALATION -> event instanceof EscalationDecided;
            case PROPOSAL_ANSWER -> event instanceof DisclosureDateAnswered;
            case REPORTER_ANSWER -> event instanceof ReporterReplied;
            case DISTRIBUTION_NOTICE -> event instanceof OtaDistributed;
            // Said once: what ends them is not heard here.
            case RECEIPT_MAIL,
                    PROGRESS,
                    CUSTOMER_NOTICE,
                    AUTHORITY_EXPLOITED,
                    AUTHORITY_INCIDENT,
                    UPSTREAM,
                    REVIEW,
                    UNKNOWN ->
                    true;
        };
    }

    private static boolean sameProduct(@Nullable ProductId one, @Nullable ProductId other) {
        return Objects.equals(one, other);
    }
}
