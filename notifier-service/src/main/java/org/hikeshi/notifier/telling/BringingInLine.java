package org.hikeshi.notifier.telling;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hikeshi.casefile.PolicyVersions;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.ObligationId;
import org.hikeshi.messaging.Timer;
import org.hikeshi.messaging.TimerHandler;
import org.hikeshi.messaging.Timers;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.notifier.ledger.Audience;
import org.hikeshi.notifier.ledger.Occasion;
import org.hikeshi.notifier.ledger.Owing;
import org.hikeshi.notifier.ledger.OwingMail;
import org.hikeshi.notifier.ledger.Recipient;
import org.hikeshi.notifier.ledger.Template;
import org.hikeshi.notifier.people.PeopleFile;
import org.hikeshi.notifier.sending.DeliveringMail;
import org.hikeshi.policy.Policy;

/**
 * Compares what is owed with what stands in the ledger, writes down what is missing and takes back
 * what was never sent and is not owed any more. Called after each fact and by a timer when time
 * alone makes something due; how often it runs makes no difference.
 */
@Singleton
class BringingInLine implements TimerHandler {
    private final CaseStore store;
    private final OwingMail ledger;
    private final PolicyVersions policies;
    private final PeopleFile people;
    private final DeliveringMail delivering;
    private final Transactions transactions;
    private final InstantSource clock;
    private final Duration settling;

    BringingInLine(
            CaseStore store,
            OwingMail ledger,
            PolicyVersions policies,
            PeopleFile people,
            DeliveringMail delivering,
            Transactions transactions,
            InstantSource clock,
            @ConfigProperty(name = "hikeshi.mail.settling") Duration settling) {
        this.store = store;
        this.ledger = ledger;
        this.policies = policies;
        this.people = people;
        this.delivering = delivering;
        this.transactions = transactions;
        this.clock = clock;
        this.settling = settling;
    }

    @Override
    public String kind() {
        return "look-again";
    }

    @Override
    public void fire(Connection connection, Timer timer) throws SQLException {
        var caseId = new CaseId(UUID.fromString(timer.payload()));
        store.lock(connection, caseId);
        inLine(connection, caseId);
    }

    /** The caller holds the case's row. */
    void inLine(Connection connection, CaseId caseId) throws SQLException {
        Instant now = clock.instant();
        CaseFacts facts = store.facts(connection, caseId);
        WhatIsOwed owed =
                WhatIsOwed.of(facts, people.now(), version -> policies.of(version.value()), now);
        Map<Due.Key, OwingMail.Entry> known =
                ledger.ofCase(caseId).stream()
                        .collect(Collectors.toMap(BringingInLine::key, Function.identity()));
        for (Due due : owed.now()) {
            Optional.ofNullable(known.get(due.key()))
                    .ifPresentOrElse(
                            entry -> again(entry, now), () -> owe(caseId, due, known, now));
        }
        Set<Due.Key> still = owed.now().stream().map(Due::key).collect(Collectors.toSet());
        known.values().stream()
                .filter(entry -> entry.owed() && !still.contains(key(entry)))
                .filter(entry -> !(entry.recipient() instanceof Recipient.Customer))
                .forEach(entry -> ledger.withdraw(entry.id()));
        if (owed.lookAgain().isPresent()) {
            Timers.schedule(connection, timer(caseId, owed.lookAgain().get()));
        }
        transactions.afterCommit(delivering::wake);
    }

    private static Timer timer(CaseId caseId, Instant at) {
        UUID id = UUID.nameUUIDFromBytes(("look-again|" + caseId + "|" + at).getBytes(UTF_8));
        return new Timer(id, "look-again", at, caseId.toString());
    }

    private static Due.Key key(OwingMail.Entry entry) {
        return new Due.Key(entry.cause(), entry.template(), entry.recipient().reference());
    }

    private void again(OwingMail.Entry entry, Instant now) {
        if (entry.withdrawn()) {
            ledger.oweAgain(entry.id(), delivering.newMessageId(), now.plus(settling));
        }
    }

    private void owe(CaseId caseId, Due due, Map<Due.Key, OwingMail.Entry> known, Instant now) {
        if (overtaken(due, known) || saidToTheHouse(due, known)) {
            return;
        }
        Owing owing = owing(caseId, due);
        switch (due.recipient()) {
            case Recipient.AffectedCustomers _ -> ledger.oweToAll(owing);
            case Recipient.Vacancy _ -> ledger.oweInVain(owing);
            case Recipient.Reporter _, Recipient.Person _, Recipient.Customer _ -> {
                if (due.onStatusPage()) {
                    ledger.oweOnStatusPage(owing);
                } else {
                    ledger.owe(owing, delivering.newMessageId(), notBefore(due.template(), now));
                }
            }
        }
    }

    /**
     * A receipt goes at once; other letters wait for the facts that were said together with theirs.
     */
    private Instant notBefore(Template template, Instant now) {
        return template == Template.RECEIPT ? now : now.plus(settling);
    }

    /** After a long standstill only the last of several repetitions is worth saying. */
    private static boolean overtaken(Due due, Map<Due.Key, OwingMail.Entry> known) {
        boolean repeats = due.occasion() == Occasion.RHYTHM || due.occasion() == Occasion.STILL;
        return repeats
                && known.values().stream()
                        .filter(entry -> entry.occasion() == due.occasion())
                        .filter(entry -> entry.template() == due.template())
                        .filter(entry -> entry.recipient().equals(due.recipient()))
                        .anyMatch(entry -> entry.causedAt().isAfter(due.at()));
    }

    /** Whoever joins the house later is not told of what the house was told before. */
    private static boolean saidToTheHouse(Due due, Map<Due.Key, OwingMail.Entry> known) {
        return due.template().audience() == Audience.STAFF
                && known.values().stream()
                        .filter(entry -> entry.template() == due.template())
                        .filter(entry -> entry.cause().equals(due.cause()))
                        .anyMatch(entry -> !entry.owed() && !entry.withdrawn());
    }

    private Owing owing(CaseId caseId, Due due) {
        Policy policy = policies.of(due.policy().value());
        return new Owing(
                ObligationId.random(),
                due.cause(),
                due.about(),
                due.occasion(),
                due.correlation(),
                Clauses.of(due.template(), policy),
                due.template(),
                caseId,
                due.recipient(),
                due.code(),
                due.policy(),
                due.language(),
                due.at(),
                "");
    }
}
