package org.hikeshi.notifier.customer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hikeshi.casefile.PolicyVersions;
import org.hikeshi.messaging.Worker;
import org.hikeshi.notifier.ledger.Owing;
import org.hikeshi.notifier.ledger.SpreadingMail;
import org.hikeshi.notifier.sending.DeliveringMail;
import org.hikeshi.notifier.sending.Neighbours;
import org.hikeshi.policy.Audience;
import org.hikeshi.policy.MailName;
import org.hikeshi.policy.Policy;
import org.hikeshi.policy.Telling;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which customers are affected and owes each of them their own mail. Release is asked
 * until it answers.
 */
@Singleton
class TellingCustomers {
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final SpreadingMail ledger;
    private final Neighbours neighbours;
    private final CustomerRegistry registry;
    private final PolicyVersions policies;
    private final DeliveringMail delivering;
    private final ObjectMapper json = new ObjectMapper();
    private final Worker worker = new Worker("telling-customers", LOOK, this::tellNext);

    TellingCustomers(
            SpreadingMail ledger,
            Neighbours neighbours,
            CustomerRegistry registry,
            PolicyVersions policies,
            DeliveringMail delivering) {
        this.ledger = ledger;
        this.neighbours = neighbours;
        this.registry = registry;
        this.policies = policies;
        this.delivering = delivering;
    }

    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(@Nullable List<Affected> customers) {}

    void start(@Observes StartupEvent event) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent event) {
        worker.close();
    }

    private boolean tellNext() throws IOException {
        Optional<Owing> next = ledger.take();
        if (next.isEmpty()) {
            return false;
        }
        Optional<byte[]> answer =
                neighbours.release(
                        "/internal/cases/" + next.get().caseId() + "/affected-customers");
        if (answer.isPresent()) {
            spread(next.get(), json.readValue(answer.get(), Answer.class));
        }
        return true;
    }

    private void spread(Owing owing, Answer answer) {
        Map<String, Customer> known =
                registry.all().stream()
                        .collect(Collectors.toMap(Customer::id, Function.identity()));
        Set<Customer.Kind> told = told(owing);
        List<SpreadingMail.Each> each =
                Optional.ofNullable(answer.customers()).orElse(List.of()).stream()
                        .filter(one -> concerns(known.get(one.customerId()), told))
                        .map(
                                one ->
                                        new SpreadingMail.Each(
                                                one.customerId(),
                                                one.written(),
                                                known.containsKey(one.customerId())))
                        .toList();
        ledger.spread(owing, each, delivering::newMessageId);
        delivering.wake();
    }

    /** Who is in no registry cannot be told; that is seen as not reachable, not passed over. */
    private static boolean concerns(@Nullable Customer known, Set<Customer.Kind> told) {
        return known == null || told.contains(known.kind());
    }

    private Set<Customer.Kind> told(Owing owing) {
        Policy policy = policies.of(owing.policyVersion().value());
        MailName mail = MailName.valueOf(owing.template().number());
        return policy.tellings().stream()
                .filter(telling -> telling.mail() == mail)
                .map(Telling::tell)
                .flatMap(audience -> kinds(audience).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<Customer.Kind> kinds(Audience audience) {
        return switch (audience) {
            case CUSTOMERS -> Set.of(Customer.Kind.CUSTOMER);
            case PARTNERS -> Set.of(Customer.Kind.PARTNER);
            case ADMINISTRATORS, EVERYBODY -> Set.of(Customer.Kind.CUSTOMER, Customer.Kind.PARTNER);
            case REPORTERS, STAFF -> Set.of();
        };
    }
}
