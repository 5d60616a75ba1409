package org.hikeshi.notifier.customer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hikeshi.events.CaseId;
import org.hikeshi.notifier.sending.Neighbours;
import org.hikeshi.policy.Audience;
import org.hikeshi.policy.MailName;
import org.hikeshi.policy.Policy;
import org.hikeshi.policy.Telling;
import org.jspecify.annotations.Nullable;

/** Who is affected in a case, as release says it, and who of them a mail is for. */
@Singleton
class AffectedCustomers {
    private final Neighbours neighbours;
    private final CustomerRegistry registry;
    private final ObjectMapper json = new ObjectMapper();

    AffectedCustomers(Neighbours neighbours, CustomerRegistry registry) {
        this.neighbours = neighbours;
        this.registry = registry;
    }

    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(@Nullable List<Affected> customers) {}

    /**
     * One who is affected.
     *
     * @param known in the registry; empty if they cannot be reached
     */
    record Each(Affected affected, Optional<Customer> known) {
        /** Who is in no registry cannot be told; that is seen as not reachable, not passed over. */
        boolean concernedBy(Set<Customer.Kind> kinds) {
            return known.map(one -> kinds.contains(one.kind())).orElse(true);
        }
    }

    /** All of them; empty while release does not answer. */
    Optional<List<Each>> of(CaseId caseId) throws IOException {
        Optional<byte[]> answer =
                neighbours.release("/internal/cases/" + caseId + "/affected-customers");
        if (answer.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Customer> known =
                registry.all().stream()
                        .collect(Collectors.toMap(Customer::id, Function.identity()));
        List<Affected> all =
                Optional.ofNullable(json.readValue(answer.get(), Answer.class).customers())
                        .orElse(List.of());
        return Optional.of(
                all.stream()
                        .map(one -> new Each(one, Optional.ofNullable(known.get(one.customerId()))))
                        .toList());
    }

    /** Whom of the registry a policy tells by this mail; nobody if it does not send it. */
    static Set<Customer.Kind> told(Policy policy, MailName mail) {
        Set<Customer.Kind> all = EnumSet.noneOf(Customer.Kind.class);
        policy.tellings().stream()
                .filter(telling -> telling.mail() == mail)
                .map(Telling::tell)
                .forEach(audience -> all.addAll(kinds(audience)));
        return all;
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
