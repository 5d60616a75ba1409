package org.hikeshi.events;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is on a case: the whole team. Said by triage.
 *
 * @param revision counts up from 1; of two the higher counts, whichever came first
 * @param members everybody on it now
 * @param at when it was decided
 * @param absences who of them is or will be away, and who stands in; null if nobody
 */
public record TeamChanged(
        CaseId caseId,
        int revision,
        List<TeamMember> members,
        Instant at,
        @Nullable List<Absence> absences)
        implements CaseEvent {

    public TeamChanged {
        Objects.requireNonNull(caseId, "caseId");
        Counted.fromOne(revision);
        members = List.copyOf(members);
        Objects.requireNonNull(at, "at");
        absences = absences == null ? null : List.copyOf(absences);
    }

    /** A team of which nobody is away. */
    public TeamChanged(CaseId caseId, int revision, List<TeamMember> members, Instant at) {
        this(caseId, revision, members, at, null);
    }

    /** Who is or will be away; those who are on the team, and nobody else. */
    public List<Absence> away() {
        return Optional.ofNullable(absences).stream()
                .flatMap(List::stream)
                .filter(one -> rolesOf(one.staff()).findAny().isPresent())
                .toList();
    }

    /**
     * The absence for which somebody stands in at a moment, in a role of their own that the absent
     * one has on the team; empty if they do not.
     *
     * @param held their roles, as people write them: {@code it-operations}
     */
    public Optional<Absence> standsIn(String staff, Set<String> held, Instant moment) {
        return away().stream()
                .filter(away -> away.covers(moment) && isDeputy(away, staff))
                .filter(away -> hasOneOf(away.staff(), held))
                .findFirst();
    }

    /**
     * Those of their roles in which somebody stands in for anybody at a moment.
     *
     * @param held as people write them; so are those that come back
     */
    public Set<String> lent(String staff, Set<String> held, Instant moment) {
        return away().stream()
                .filter(away -> away.covers(moment) && isDeputy(away, staff))
                .flatMap(away -> rolesOf(away.staff()))
                .map(TeamChanged::written)
                .filter(held::contains)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isDeputy(Absence away, String staff) {
        return away.deputy() != null
                && away.deputy().value().equals(staff)
                && !away.staff().value().equals(staff);
    }

    /**
     * Whether somebody has one of these roles on the team.
     *
     * @param held as people write them
     */
    public boolean hasOneOf(StaffId staff, Set<String> held) {
        return rolesOf(staff).map(TeamChanged::written).anyMatch(held::contains);
    }

    private static String written(StaffRole role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The roles that somebody has on the team. */
    public Stream<StaffRole> rolesOf(StaffId staff) {
        return members.stream()
                .filter(member -> member.staff().equals(staff))
                .map(TeamMember::role);
    }

    @Override
    public String subject() {
        return caseId.toString();
    }
}
