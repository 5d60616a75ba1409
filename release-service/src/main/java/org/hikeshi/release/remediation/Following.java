package org.hikeshi.release.remediation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.hikeshi.casefile.CaseEvents;
import org.hikeshi.casefile.TaskDesk;
import org.hikeshi.casefile.TaskFor;
import org.hikeshi.events.ContentHash;
import org.hikeshi.events.ProductId;
import org.hikeshi.events.RemediationId;
import org.hikeshi.events.RemedyKind;
import org.hikeshi.events.RemedyVerified;
import org.hikeshi.events.StaffId;
import org.hikeshi.events.TaskEnd;
import org.hikeshi.events.TaskKind;
import org.hikeshi.policy.Gate;
import org.hikeshi.policy.GateName;
import org.hikeshi.policy.Role;
import org.hikeshi.release.Actor;
import org.hikeshi.release.text.PreDisclosure;

/**
 * What follows from an act: the fact that all gates are passed, said once per content, and the
 * tasks of those who are asked now. Both are computed from where the remediation stands.
 */
@ApplicationScoped
class Following {
    private final Dossiers dossiers;
    private final CaseEvents events;
    private final TaskDesk tasks;

    Following(Dossiers dossiers, CaseEvents events, TaskDesk tasks) {
        this.dossiers = dossiers;
        this.events = events;
        this.tasks = tasks;
    }

    /**
     * @param before how it was; for the tasks of content that is no more
     */
    void after(Connection connection, Dossier before, Actor actor, Instant now)
            throws SQLException {
        Dossier dossier = dossiers.of(before.id()).orElseThrow();
        boolean edited = !before.contentHash().equals(dossier.contentHash());
        if (dossier.state() == RemediationState.VERIFIED
                && !dossier.contentHash().equals(dossier.history().verifiedHash())) {
            RemediationRow row = dossiers.row(dossier.id());
            row.verifiedHash = dossier.contentHash();
            row.verifiedAt = now;
            events.say(connection, verified(dossier, now), null);
        }
        for (Gate gate : dossier.gates().asked()) {
            settle(connection, dossier, gate, edited, actor);
        }
        sign(connection, dossier, edited, actor);
        approveText(connection, before, dossier, actor);
        release(connection, dossier, actor);
    }

    private static RemedyVerified verified(Dossier dossier, Instant now) {
        return new RemedyVerified(
                dossier.caseId(),
                new RemediationId(dossier.id()),
                RemedyKind.valueOf(dossier.content().kind().name()),
                dossier.products().stream().map(p -> new ProductId(p.id())).toList(),
                now);
    }

    private void settle(
            Connection connection, Dossier dossier, Gate gate, boolean edited, Actor actor)
            throws SQLException {
        TaskKind kind = task(gate.gate());
        boolean decided = dossier.current().containsKey(gate.gate());
        boolean asked =
                !decided
                        && dossier.withoutFile().isEmpty()
                        && RemediationAction.at(gate.gate()).refusedIn(dossier.state()).isEmpty();
        if (edited || !asked) {
            close(connection, dossier, kind, decided ? TaskEnd.DONE : TaskEnd.VOID);
        }
        if (asked) {
            open(connection, dossier, kind, gate.by(), actor);
        }
    }

    private void sign(Connection connection, Dossier dossier, boolean edited, Actor actor)
            throws SQLException {
        boolean asked = dossier.state() == RemediationState.REVIEWED;
        if (edited || !asked) {
            boolean done = RemediationState.REVIEWED.compareTo(dossier.state()) < 0;
            close(connection, dossier, TaskKind.SIGN_FIRMWARE, done ? TaskEnd.DONE : TaskEnd.VOID);
        }
        if (asked) {
            open(connection, dossier, TaskKind.SIGN_FIRMWARE, Role.IT_OPERATIONS, actor);
        }
    }

    private void approveText(Connection connection, Dossier before, Dossier dossier, Actor actor)
            throws SQLException {
        Optional<PreDisclosure> text = dossier.text();
        if (!before.text().map(PreDisclosure::hash).equals(text.map(PreDisclosure::hash))) {
            close(connection, dossier, TaskKind.APPROVE_TEXT, TaskEnd.VOID);
        }
        if (text.isPresent() && !text.get().approved()) {
            Role approver = dossier.policy().review().approvedBy();
            String hash = text.get().hash();
            open(connection, dossier, TaskKind.APPROVE_TEXT, approver, actor, hash);
        } else if (text.isPresent()) {
            close(connection, dossier, TaskKind.APPROVE_TEXT, TaskEnd.DONE);
        }
    }

    private void release(Connection connection, Dossier dossier, Actor actor) throws SQLException {
        if (dossier.state() == RemediationState.VERIFIED) {
            open(connection, dossier, TaskKind.RELEASE_REMEDY, Role.SECURITY_OFFICE, actor);
        } else {
            boolean done = dossier.state() == RemediationState.RELEASED;
            close(connection, dossier, TaskKind.RELEASE_REMEDY, done ? TaskEnd.DONE : TaskEnd.VOID);
        }
    }

    private static TaskKind task(GateName gate) {
        return switch (gate) {
            case SECURITY_REVIEW -> TaskKind.REVIEW_SECURITY;
            case QA_REGRESSION -> TaskKind.REVIEW_QA;
            case SIGNATURE -> TaskKind.GATE_SIGNATURE;
            case CHANNEL -> TaskKind.GATE_CHANNEL;
        };
    }

    /** What is asked is about exactly this content; who is asked is told its fingerprint. */
    private void open(Connection connection, Dossier dossier, TaskKind kind, Role role, Actor actor)
            throws SQLException {
        open(connection, dossier, kind, role, actor, dossier.contentHash());
    }

    private void open(
            Connection connection,
            Dossier dossier,
            TaskKind kind,
            Role role,
            Actor actor,
            String hash)
            throws SQLException {
        tasks.open(
                connection,
                dossier.caseId(),
                kind,
                TaskFor.role(org.hikeshi.events.StaffRole.valueOf(role.name())),
                dossier.id().toString(),
                null,
                new StaffId(actor.staff()),
                new ContentHash(hash));
    }

    private void close(Connection connection, Dossier dossier, TaskKind kind, TaskEnd end)
            throws SQLException {
        tasks.close(connection, dossier.caseId(), kind, dossier.id().toString(), end);
    }
}
