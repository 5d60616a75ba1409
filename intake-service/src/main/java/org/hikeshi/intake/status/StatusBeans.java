package org.hikeshi.intake.status;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.hikeshi.casefile.PolicyVersions;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.web.Words;

/** What the status page is made of. */
@ApplicationScoped
class StatusBeans {

    @Produces
    @Singleton
    ReportStanding standings(Transactions transactions, PolicyVersions policies, Clock clock) {
        return new ReportStanding(transactions, policies, clock);
    }

    @Produces
    @Singleton
    StatusAnswers answers(Words words) {
        return new StatusAnswers(words);
    }

    @Produces
    @Singleton
    StatusWords words(
            ReportStanding standings, StatusAnswers answers, PolicyVersions policies, Clock clock) {
        return new StatusWords(standings, answers, policies, clock);
    }

    @Produces
    @Singleton
    StepReader steps(PolicyVersions policies, Clock clock) {
        return new StepReader(policies, clock);
    }
}
