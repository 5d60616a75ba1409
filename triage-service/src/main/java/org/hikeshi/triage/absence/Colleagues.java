package org.hikeshi.triage.absence;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.hikeshi.events.StaffId;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.triage.casework.Person;
import org.hikeshi.web.people.People;

/**
 * Whom the desk knows: local people, and whoever came to the desk, with the roles they held then.
 * An identity provider tells about nobody who is not signing in, so of a colleague who never came
 * the desk knows nothing.
 */
@ApplicationScoped
public class Colleagues {
    private static final String KEEP =
            "INSERT INTO colleague (staff, roles, seen_at) VALUES (:staff, :roles, :at)"
                    + " ON CONFLICT (staff) DO UPDATE SET roles = EXCLUDED.roles,"
                    + " seen_at = EXCLUDED.seen_at";

    private final Rows rows;
    private final People local;
    private final Transactions transactions;
    private final Clock clock;
    private final Map<StaffId, Set<String>> seen = new ConcurrentHashMap<>();

    Colleagues(Rows rows, People local, Transactions transactions, Clock clock) {
        this.rows = rows;
        this.local = local;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Somebody came to the desk. Written down once per process and set of roles. */
    public void met(Person person) {
        if (!person.roles().equals(seen.get(person.id()))) {
            transactions.doInTransaction(connection -> write(person));
            seen.put(person.id(), person.roles());
        }
    }

    private void write(Person person) {
        rows.getEntityManager()
                .createNativeQuery(KEEP)
                .setParameter("staff", person.id().value())
                .setParameter("roles", String.join(" ", person.roles().stream().sorted().toList()))
                .setParameter("at", clock.instant())
                .executeUpdate();
    }

    /** Everybody known, in the order of their ids. */
    List<Person> all() {
        Stream<Person> met =
                transactions.inTransaction(connection -> rows.listAll()).stream()
                        .map(Colleagues::person);
        Stream<Person> named =
                local.names().stream()
                        .map(name -> new Person(new StaffId(name), Set.of(People.roleOf(name))));
        return Stream.concat(named, met)
                .collect(
                        java.util.stream.Collectors.toMap(
                                Person::id, one -> one, (_, latest) -> latest))
                .values()
                .stream()
                .sorted(Comparator.comparing(one -> one.id().value()))
                .toList();
    }

    Optional<Person> find(StaffId staff) {
        return all().stream().filter(one -> one.id().equals(staff)).findFirst();
    }

    private static Person person(ColleagueRow row) {
        return new Person(new StaffId(row.staff), Set.of(row.roles.split(" ")));
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<ColleagueRow, String> {}
}
