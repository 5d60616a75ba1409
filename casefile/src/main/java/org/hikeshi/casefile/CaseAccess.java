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
import java.util.List;
import java.util.Set;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.StaffId;
import org.hikeshi.events.StaffRole;
import org.hikeshi.events.TeamMember;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.ProblemException;

/**
 * Who sees a case (Z-conf): the security office and the CISO every one, the auditor too, anybody
 * else only those whose team they are on, or, to read, to which they took emergency access that has
 * not ended. Of a case that this service has not heard of, nobody is on the team. Absent and
 * forbidden look the same.
 */
@Singleton
public class CaseAccess {
    private static final Set<String> SEE_ALL = Set.of("security-office", "ciso", "auditor");

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final String READERS =
            "SELECT 1 FROM case_reader WHERE case_id = ? AND staff = ?";
    private static final String TEAM = "SELECT 1 FROM case_member WHERE case_id = ? AND staff = ?";

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
        return !Collections.disjoint(who.getRoles(), SEE_ALL)
                || isAmong(reads() ? READERS : TEAM, caseId, staff(who));
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

    /** Emergency access is sight, not rights: whatever is no reading asks for the team. */
    private boolean reads() {
        if (!Arc.container().requestContext().isActive()) {
            return true;
        }
        RoutingContext current = request.getCurrent();
        return current == null || READING.contains(current.request().method());
    }

    private boolean isAmong(String whom, CaseId caseId, StaffId staff) {
        return transactions.inTransaction(
                connection -> {
                    try (PreparedStatement select = connection.prepareStatement(whom)) {
                        select.setObject(1, caseId.value());
                        select.setString(2, staff.value());
                        try (ResultSet row = select.executeQuery()) {
                            return row.next();
                        }
                    }
                });
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
