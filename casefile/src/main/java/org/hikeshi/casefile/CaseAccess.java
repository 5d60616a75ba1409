package org.hikeshi.casefile;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.StaffId;
import org.hikeshi.events.StaffRole;
import org.hikeshi.events.TeamMember;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.ProblemException;

/**
 * Who sees a case (Z-conf): the security office and the CISO every one, anybody else only those
 * whose team they are on or on which they stand in for somebody who is away. To read, the auditor
 * sees every one too, and others those to which they took emergency access that has not ended; an
 * auditor who has other roles as well acts in these like anybody else. Of a case that this service
 * has not heard of, nobody is on the team. Absent and forbidden look the same.
 */
@Singleton
public class CaseAccess {
    private static final String AUDITOR = "auditor";
    static final Set<String> ACT_ON_ALL = Set.of("security-office", "ciso");
    static final Set<String> READ_ALL = Set.of("security-office", "ciso", AUDITOR);

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final CaseId NOBODYS = new CaseId(new UUID(0, 0));
    private static final String READERS =
            "SELECT 1 FROM case_reader WHERE case_id = ? AND staff = ?"
                    + " AND (role IS NULL OR role = ANY (?))";
    private static final String ACTORS =
            "SELECT 1 FROM case_actor WHERE case_id = ? AND staff = ?"
                    + " AND (role IS NULL OR role = ANY (?))";
    private static final String ONLY_STANDS_IN =
            " FROM case_stand_in s WHERE s.case_id = ? AND s.staff = ?"
                    + " AND NOT EXISTS (SELECT 1 FROM case_member m"
                    + " WHERE m.case_id = s.case_id AND m.staff = s.staff)";
    private static final String ABSENT = "SELECT absent" + ONLY_STANDS_IN;
    private static final String LENT = "SELECT role" + ONLY_STANDS_IN;

    private final Transactions transactions;
    private final CurrentVertxRequest request;

    CaseAccess(Transactions transactions, CurrentVertxRequest request) {
        this.transactions = transactions;
        this.request = request;
    }

    public boolean maySee(CaseId caseId, SecurityIdentity who) {
        if (who.isAnonymous()) {
            return false;
        }
        return reads()
                ? isOneOf(READ_ALL, who) || isAmong(READERS, caseId, who)
                : isOneOf(ACT_ON_ALL, who) || isAmong(ACTORS, caseId, who);
    }

    private static boolean isOneOf(Set<String> roles, SecurityIdentity who) {
        return !Collections.disjoint(who.getRoles(), roles);
    }

    /**
     * For whom this person stands in on a case and is there only because of that: whatever needs
     * two people counts them and the absent ones as one. Empty for who is on the team or acts on
     * every case.
     */
    public Set<String> standsInFor(CaseId caseId, SecurityIdentity who) {
        if (who.isAnonymous() || isOneOf(ACT_ON_ALL, who)) {
            return Set.of();
        }
        return asDeputy(ABSENT, caseId, who);
    }

    /**
     * The roles in which somebody acts on a case. Who is there only because they stand in: those of
     * their own that an absent one has on the team, and that of an auditor. Who sees it as an
     * auditor alone: that role. Anybody else: all of their own; whether they see it at all is asked
     * for itself.
     *
     * @return as people write them: {@code it-operations}
     */
    public Set<String> rolesOn(CaseId caseId, SecurityIdentity who) {
        Set<String> held = who.getRoles();
        if (who.isAnonymous() || isOneOf(ACT_ON_ALL, who)) {
            return held;
        }
        Set<String> lent = asDeputy(LENT, caseId, who);
        Set<String> acting = new HashSet<>(held);
        acting.removeIf(role -> !lent.contains(written(role)));
        if (held.contains(AUDITOR)) {
            if (acting.isEmpty() && isOnTeam(caseId, who)) {
                return held;
            }
            acting.add(AUDITOR);
        }
        return acting.isEmpty() ? held : acting;
    }

    private boolean isOnTeam(CaseId caseId, SecurityIdentity who) {
        return team(caseId).stream().anyMatch(member -> member.staff().equals(staff(who)));
    }

    private Set<String> asDeputy(String what, CaseId caseId, SecurityIdentity who) {
        return transactions.inTransaction(
                connection -> {
                    try (PreparedStatement select = connection.prepareStatement(what)) {
                        select.setObject(1, caseId.value());
                        select.setString(2, staff(who).value());
                        Set<String> found = new HashSet<>();
                        try (ResultSet row = select.executeQuery()) {
                            while (row.next()) {
                                found.add(row.getString(1));
                            }
                        }
                        return found;
                    }
                });
    }

    /**
     * Whether somebody sees the case of a thing. Of a thing that is not there the same is asked, so
     * that the time of the answer does not tell the two apart.
     */
    public boolean maySee(Optional<CaseId> caseOf, SecurityIdentity who) {
        return maySee(caseOf.orElse(NOBODYS), who) && caseOf.isPresent();
    }

    /**
     * The case of a request, if this person may see it.
     *
     * @param caseId as it stands in the path
     * @throws ProblemException the common 404, for no id, an unknown case, and one of others
     */
    public CaseId visible(String caseId, SecurityIdentity who) {
        try {
            CaseId id = CaseId.parse(caseId);
            if (maySee(id, who)) {
                return id;
            }
        } catch (IllegalArgumentException noId) {
            // As if there were no such case: there is none.
        }
        throw new ProblemException(Problem.notFound());
    }

    /**
     * Emergency access is sight, not rights: whatever is no reading asks for the team, and who
     * stands in for somebody of it.
     */
    private boolean reads() {
        if (!Arc.container().requestContext().isActive()) {
            return true;
        }
        RoutingContext current = request.getCurrent();
        return current == null || READING.contains(current.request().method());
    }

    private boolean isAmong(String whom, CaseId caseId, SecurityIdentity who) {
        return transactions.inTransaction(
                connection -> {
                    try (PreparedStatement select = connection.prepareStatement(whom)) {
                        select.setObject(1, caseId.value());
                        select.setString(2, staff(who).value());
                        select.setArray(3, connection.createArrayOf("text", roles(who)));
                        try (ResultSet row = select.executeQuery()) {
                            return row.next();
                        }
                    }
                });
    }

    /** The roles of a person as rows of a team write them. */
    public static String[] roles(SecurityIdentity who) {
        return who.getRoles().stream().map(CaseAccess::written).toArray(String[]::new);
    }

    private static String written(String role) {
        return role.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** The person of a request. */
    public static StaffId staff(SecurityIdentity who) {
        return StaffId.parse(who.getPrincipal().getName());
    }

    /** Everybody on the case, as triage said last; nobody for one not heard of. */
    public List<TeamMember> team(CaseId caseId) {
        return transactions.inTransaction(
                connection -> {
                    try (PreparedStatement select =
                            connection.prepareStatement(
                                    "SELECT staff, role FROM case_member WHERE case_id = ? ORDER BY role, staff")) {
                        select.setObject(1, caseId.value());
                        List<TeamMember> team = new ArrayList<>();
                        try (ResultSet row = select.executeQuery()) {
                            while (row.next()) {
                                team.add(
                                        new TeamMember(
                                                StaffId.parse(row.getString(1)),
                                                StaffRole.valueOf(row.getString(2))));
                            }
                        }
                        return team;
                    }
                });
    }
}
