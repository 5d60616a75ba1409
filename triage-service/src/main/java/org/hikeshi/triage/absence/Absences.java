package org.hikeshi.triage.absence;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.hikeshi.events.Absence;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.StaffId;
import org.jspecify.annotations.Nullable;

/** Who is away and who stands in, as announced. Inside the caller's transaction. */
@ApplicationScoped
class Absences {
    private static final String KEEP =
            "INSERT INTO absence (staff, deputy, away_from, away_until)"
                    + " VALUES (:staff, :deputy, :from, :until) ON CONFLICT (staff) DO UPDATE"
                    + " SET deputy = EXCLUDED.deputy, away_from = EXCLUDED.away_from,"
                    + " away_until = EXCLUDED.away_until";

    /**
     * Running cases of which they were ever said to be on the team, and whatever still says that
     * they are away. Asked of what triage itself said, for that stands there at once, whether or
     * not the broker has brought it back; of a case too many nothing is said. Newest first.
     */
    private static final String CASES =
            "SELECT c.case_id, c.state = 'merged' AS merged FROM triage_case c"
                    + " WHERE EXISTS (SELECT 1 FROM case_fact f WHERE f.case_id = c.case_id"
                    + " AND f.kind = 'org.hikeshi.team-changed.v1'"
                    + " AND position(:quoted IN f.value) > 0)"
                    + " AND (c.state NOT IN ('closed', 'merged')"
                    + " OR EXISTS (SELECT 1 FROM case_absence a WHERE a.case_id = c.case_id"
                    + " AND a.staff = :staff AND a.away_until > now()))"
                    + " ORDER BY c.received_at DESC, c.case_id";

    /** A row, for a function without a result cannot be read. */
    private static final String HOLD =
            "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('absence|' || cast(:who AS text), 0))";

    private final Rows rows;

    Absences(Rows rows) {
        this.rows = rows;
    }

    /**
     * Holds what is said about these people, as absent ones or as deputies, until the transaction
     * ends; taken before cases are locked, never after.
     *
     * @param people in no order; held in that of their ids
     */
    void hold(Collection<StaffId> people) {
        for (String one : new TreeSet<>(people.stream().map(StaffId::value).toList())) {
            rows.getEntityManager()
                    .createNativeQuery(HOLD)
                    .setParameter("who", one)
                    .getSingleResult();
        }
    }

    void keep(Absence absence) {
        StaffId deputy = absence.deputy();
        rows.getEntityManager()
                .createNativeQuery(KEEP)
                .setParameter("staff", absence.staff().value())
                .setParameter("deputy", deputy == null ? null : deputy.value())
                .setParameter("from", absence.from())
                .setParameter("until", absence.until())
                .executeUpdate();
        // What this transaction read before would otherwise be read again as it was.
        rows.getEntityManager().refresh(rows.findById(absence.staff().value()));
    }

    /** False if there was none. */
    boolean forget(StaffId staff) {
        return rows.delete("staff", staff.value()) == 1;
    }

    /** What somebody announced, unless it is over. */
    Optional<Absence> of(StaffId staff, Instant now) {
        return rows.find("staff = ?1 and until > ?2", staff.value(), now)
                .firstResultOptional()
                .map(Absences::absence);
    }

    /** Those of these people that are not over. */
    List<Absence> of(Collection<StaffId> staff, Instant now) {
        List<String> ids = staff.stream().map(StaffId::value).toList();
        return inOrder(rows.stream("staff in ?1 and until > ?2", ids, now));
    }

    /** For whom somebody stands in, now or later. */
    List<Absence> standIns(StaffId deputy, Instant now) {
        return inOrder(rows.stream("deputy = ?1 and until > ?2", deputy.value(), now));
    }

    /** Everybody who is or will be away. */
    List<Absence> all(Instant now) {
        return inOrder(rows.stream("until > ?1", now));
    }

    /** A case whose team may have to be said again. */
    record Concerned(CaseId caseId, boolean merged) {}

    List<Concerned> cases(StaffId staff) {
        return rows
                .getEntityManager()
                .createNativeQuery(CASES, Tuple.class)
                .setParameter("staff", staff.value())
                .setParameter("quoted", '"' + staff.value() + '"')
                .getResultList()
                .stream()
                .map(row -> concerned((Tuple) row))
                .toList();
    }

    private static Concerned concerned(Tuple row) {
        return new Concerned(new CaseId(row.get(0, UUID.class)), row.get(1, Boolean.class));
    }

    private static List<Absence> inOrder(Stream<AbsenceRow> found) {
        return found.map(Absences::absence)
                .sorted(
                        Comparator.comparing(Absence::from)
                                .thenComparing(one -> one.staff().value()))
                .toList();
    }

    private static Absence absence(AbsenceRow row) {
        @Nullable StaffId deputy = row.deputy == null ? null : new StaffId(row.deputy);
        return new Absence(new StaffId(row.staff), deputy, row.from, row.until);
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<AbsenceRow, String> {}
}
