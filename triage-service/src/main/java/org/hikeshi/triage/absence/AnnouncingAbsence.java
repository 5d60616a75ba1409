package org.hikeshi.triage.absence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hikeshi.casefile.PolicyVersions;
import org.hikeshi.events.Absence;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.StaffId;
import org.hikeshi.messaging.AuditLog;
import org.hikeshi.messaging.Timer;
import org.hikeshi.messaging.Timers;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.triage.casework.Person;
import org.hikeshi.triage.casework.WatchingCase;
import org.hikeshi.trust.AuditEntry;
import org.hikeshi.web.FieldError;

/** A person says when they are away and who stands in, or that they are back. */
@ApplicationScoped
public class AnnouncingAbsence {
    /**
     * A team that was set while this was announced may have seen neither: after this everybody's
     * transaction has ended, and the cases are looked at once more.
     */
    private static final Duration ONCE_MORE = Duration.ofMinutes(1);

    /** How many cases one transaction locks; each of the others has one of its own. */
    private static final int AT_ONCE = 20;

    private static final Comparator<CaseId> KEYS = Comparator.comparing(CaseId::toString);

    private final Transactions transactions;
    private final Absences absences;
    private final Colleagues colleagues;
    private final WatchingCase watching;
    private final PolicyVersions policies;
    private final AuditLog audit;
    private final Clock clock;

    AnnouncingAbsence(
            Transactions transactions,
            Absences absences,
            Colleagues colleagues,
            WatchingCase watching,
            PolicyVersions policies,
            AuditLog audit,
            Clock clock) {
        this.transactions = transactions;
        this.absences = absences;
        this.colleagues = colleagues;
        this.watching = watching;
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What stands about somebody.
     *
     * @param own what they announced, unless it is over
     * @param standsIn for whom they stand in, now or later
     * @param everybody all who are or will be away, for those who see every case; else nobody
     * @param possible who could stand in: whoever shares a role with them
     */
    public record Standing(
            Optional<Absence> own,
            List<Absence> standsIn,
            List<Absence> everybody,
            List<StaffId> possible) {}

    public Standing of(Person person) {
        List<StaffId> possible =
                colleagues.all().stream()
                        .filter(one -> !one.id().equals(person.id()))
                        .filter(one -> one.roles().stream().anyMatch(person.roles()::contains))
                        .map(Person::id)
                        .toList();
        Instant now = clock.instant();
        return transactions.inTransaction(
                connection ->
                        new Standing(
                                absences.of(person.id(), now),
                                absences.standIns(person.id(), now),
                                person.seesAll() ? absences.all(now) : List.of(),
                                possible));
    }

    /**
     * Announces it, in place of what the same person announced before. Two announcements that have
     * a person in common are judged one after the other, so that neither overlooks the other.
     *
     * @return every field at fault; empty if it stands
     */
    public List<FieldError> announce(Person person, Wish wish) {
        ZoneId zone = policies.current().calendar().zone();
        return transactions.inTransaction(
                connection -> {
                    absences.hold(wish.people(person.id()));
                    Instant now = clock.instant();
                    Wish.Circumstances given =
                            new Wish.Circumstances(
                                    person,
                                    LocalDate.ofInstant(now, zone),
                                    zone,
                                    absences.of(person.id(), now).orElse(null),
                                    colleagues::find,
                                    staff -> absences.of(staff, now),
                                    absences.standIns(person.id(), now));
                    return switch (wish.judge(given)) {
                        case Wish.Judged.Bad bad -> bad.faults();
                        case Wish.Judged.Good good -> {
                            absences.keep(good.absence());
                            audit.record(connection, announced(good.absence(), now));
                            follows(connection, person.id(), now);
                            yield List.of();
                        }
                    };
                });
    }

    /** Back, or not away after all. Nothing happens if nothing was announced. */
    public void end(Person person) {
        transactions.doInTransaction(
                connection -> {
                    if (absences.forget(person.id())) {
                        Instant now = clock.instant();
                        String staff = person.id().value();
                        audit.record(connection, AuditEntry.of(staff, "absence-ended", staff, now));
                        follows(connection, person.id(), now);
                    }
                });
    }

    /** Its subject is who stands in; the person alone if nobody does. */
    private static AuditEntry announced(Absence absence, Instant now) {
        StaffId deputy = absence.deputy() == null ? absence.staff() : absence.deputy();
        return AuditEntry.of(absence.staff().value(), "absence-announced", deputy.value(), now);
    }

    private void follows(Connection connection, StaffId staff, Instant now) throws SQLException {
        lookAtCases(connection, staff);
        UUID id = UUID.randomUUID();
        Instant later = now.plus(ONCE_MORE);
        Timers.schedule(connection, new Timer(id, LookingAtAbsence.KIND, later, staff.value()));
    }

    /**
     * Makes the team of every case of theirs say it: the newest at once, in order of their keys,
     * the others within moments. A merged case never here, for whoever looks at it locks the one it
     * belongs to as well.
     */
    void lookAtCases(Connection connection, StaffId staff) throws SQLException {
        List<Absences.Concerned> all = absences.cases(staff);
        List<Absences.Concerned> newest =
                all.stream().filter(one -> !one.merged()).limit(AT_ONCE).toList();
        for (Absences.Concerned one : all) {
            if (!newest.contains(one)) {
                watching.lookSoon(connection, one.caseId());
            }
        }
        List<CaseId> keys = newest.stream().map(Absences.Concerned::caseId).sorted(KEYS).toList();
        for (CaseId caseId : keys) {
            watching.lockAndLook(connection, caseId);
        }
    }
}
