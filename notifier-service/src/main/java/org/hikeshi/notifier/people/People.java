package org.hikeshi.notifier.people;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everybody the house can write to, at one moment. Immutable.
 *
 * @param deputies who stands in for a role: a role or the id of one person
 */
public record People(Map<String, Colleague> byId, Map<String, String> deputies) {
    /** Nobody at all. */
    public static final People NONE = new People(Map.of(), Map.of());

    public People {
        byId = Map.copyOf(byId);
        deputies = Map.copyOf(deputies);
    }

    public Optional<Colleague> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** All who hold the role, in the order of their ids. */
    public List<Colleague> holding(String role) {
        return byId.values().stream()
                .filter(one -> one.roles().contains(role))
                .sorted(Comparator.comparing(Colleague::id))
                .toList();
    }

    /** Who is asked when the role does not answer; the security office if the file names nobody. */
    public List<Colleague> deputiesOf(String role) {
        String deputy = deputies.getOrDefault(role, "security-office");
        return find(deputy).map(List::of).orElseGet(() -> holding(deputy));
    }
}
