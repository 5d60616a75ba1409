package org.hikeshi.release.remediation;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import org.hikeshi.casefile.CaseAccess;
import org.hikeshi.policy.Gate;
import org.hikeshi.policy.RemedyKind;
import org.hikeshi.release.Actor;
import org.hikeshi.release.artifact.ArtifactFile;
import org.hikeshi.release.catalogue.Product;
import org.hikeshi.release.gate.GateDecision;
import org.hikeshi.release.remediation.RemediationShown.DecisionLine;
import org.hikeshi.release.remediation.RemediationShown.FileLine;
import org.hikeshi.release.remediation.RemediationShown.GateLine;
import org.hikeshi.release.remediation.RemediationShown.Step;
import org.hikeshi.release.remediation.RemediationShown.TextShown;
import org.hikeshi.release.remediation.RemediationShown.Upload;
import org.hikeshi.release.text.PreDisclosure;
import org.hikeshi.web.Origin;
import org.jspecify.annotations.Nullable;

/** Puts a remediation on a page for one person: only buttons that will not be refused. */
@ApplicationScoped
class ShowingRemediation {
    private final Looking looking;
    private final CaseAccess access;
    private final SecurityIdentity identity;
    private final Origin origin;

    ShowingRemediation(
            Looking looking, CaseAccess access, SecurityIdentity identity, Origin origin) {
        this.looking = looking;
        this.access = access;
        this.identity = identity;
        this.origin = origin;
    }

    RemediationShown shown(Dossier dossier) {
        String version = dossier.content().version();
        List<GateLine> gates =
                dossier.gates().asked().stream().map(gate -> gate(dossier, gate)).toList();
        Upload upload = upload(dossier);
        return new RemediationShown(
                dossier.id().toString(),
                dossier.caseId().toString(),
                RemediationAnswer.written(dossier.content().kind()),
                RemediationAnswer.written(dossier.state()),
                dossier.products().stream().map(Product::name).collect(Collectors.joining(", ")),
                version == null ? "" : version,
                dossier.content().summary(),
                dossier.contentHash(),
                dossier.files().stream().map(file -> file(dossier, file)).toList(),
                gates,
                history(dossier),
                dossier.text().map(ShowingRemediation::text).orElse(null),
                upload,
                step(dossier, RemediationAction.EDIT),
                rollsOut(dossier),
                step(dossier, RemediationAction.SIGN),
                release(dossier),
                step(dossier, RemediationAction.DRAFT_TEXT),
                approve(dossier),
                next(dossier, gates, upload != null).name());
    }

    private NextStep next(Dossier dossier, List<GateLine> gates, boolean upload) {
        return new NextStep(
                gates,
                upload,
                !dossier.withoutFile().isEmpty(),
                step(dossier, RemediationAction.SIGN),
                release(dossier),
                approve(dossier),
                step(dossier, RemediationAction.DRAFT_TEXT));
    }

    /* Only for who may send a file now. */
    private @Nullable Upload upload(Dossier dossier) {
        if (!step(dossier, RemediationAction.UPLOAD).possible()) {
            return null;
        }
        List<String> models =
                dossier.products().stream().flatMap(product -> product.models().stream()).toList();
        String version = dossier.content().version();
        String address =
                "/api/v1/remediations/%s/artifacts/%s/%s"
                        .formatted(
                                dossier.id(),
                                models.isEmpty() ? "MODEL" : models.getFirst(),
                                version == null ? "VERSION" : version);
        boolean fixed = dossier.content().kind() == RemedyKind.FIX && version != null;
        return new Upload(models, fixed ? String.valueOf(version) : "", origin.link(address));
    }

    /* Who prepares rollouts does so for what has been released. */
    private boolean rollsOut(Dossier dossier) {
        return dossier.state() == RemediationState.RELEASED
                && Actor.of(identity).is("security-office");
    }

    private Step step(Dossier dossier, RemediationAction action) {
        Actor actor = Actor.on(dossier.caseId(), access, identity);
        Standing standing =
                dossier.standing(actor, action, access.standsInFor(dossier.caseId(), identity));
        if (!standing.lets(action, actor)) {
            return new Step(false, "");
        }
        return standing.refuses(action)
                .map(refusal -> new Step(false, refusal.code()))
                .orElseGet(() -> new Step(true, ""));
    }

    private Step release(Dossier dossier) {
        Step step = step(dossier, RemediationAction.RELEASE);
        boolean approved = dossier.text().filter(PreDisclosure::approved).isPresent();
        return step.possible() && !approved
                ? new Step(false, Refusal.TEXT_NOT_APPROVED.code())
                : step;
    }

    private Step approve(Dossier dossier) {
        Step step = step(dossier, RemediationAction.APPROVE_TEXT);
        boolean open = dossier.text().filter(text -> !text.approved()).isPresent();
        return step.possible() && !open ? new Step(false, "") : step;
    }

    private GateLine gate(Dossier dossier, Gate gate) {
        GateDecision last = dossier.current().get(gate.gate());
        Step step = step(dossier, RemediationAction.at(gate.gate()));
        return new GateLine(
                RemediationAnswer.written(gate.gate()),
                Actor.name(gate.by()),
                gate.clause(),
                last == null ? "open" : RemediationAnswer.written(last.outcome()),
                last == null ? "" : last.by(),
                last == null ? null : last.at(),
                step.possible() && !dossier.withoutFile().isEmpty()
                        ? new Step(false, Refusal.FILE_MISSING.code())
                        : step);
    }

    private List<DecisionLine> history(Dossier dossier) {
        return dossier.decisions().stream()
                .map(
                        decision ->
                                new DecisionLine(
                                        RemediationAnswer.written(decision.gate()),
                                        RemediationAnswer.written(decision.outcome()),
                                        decision.by(),
                                        decision.at(),
                                        looking.evidence(dossier, decision),
                                        decision.contentHash().equals(dossier.contentHash())))
                .toList();
    }

    private static FileLine file(Dossier dossier, ArtifactFile file) {
        return new FileLine(
                file.name(),
                file.model(),
                file.sha256(),
                file.size(),
                dossier.signed().contains(file.sha256()));
    }

    private static TextShown text(PreDisclosure text) {
        String approver = text.approvedBy();
        return new TextShown(
                text.hash(),
                text.textJa().lines().toList(),
                text.textEn().lines().toList(),
                text.urgency().code(),
                text.howJa(),
                text.howEn(),
                text.draftedBy(),
                approver == null ? "" : approver);
    }
}
