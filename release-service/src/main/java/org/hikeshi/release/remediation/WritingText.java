package org.hikeshi.release.remediation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.hikeshi.release.text.ApprovingText;
import org.hikeshi.release.text.PreDisclosure;
import org.hikeshi.release.text.TextDraft;

/**
 * The security office drafts what customers may read before publication, and another person
 * approves exactly that text (A7.4, E5.2-text).
 */
@ApplicationScoped
class WritingText {
    private final Acting acting;
    private final ApprovingText texts;

    WritingText(Acting acting, ApprovingText texts) {
        this.acting = acting;
        this.texts = texts;
    }

    Verdict<PreDisclosure> draft(UUID id, Optional<String> ifMatch, TextDraft draft) {
        return acting.act(
                id,
                RemediationAction.DRAFT_TEXT,
                Acting.Binding.ifSaid(ifMatch),
                scene ->
                        new Verdict.Done<>(
                                texts.draft(
                                        id,
                                        scene.dossier().products(),
                                        scene.dossier().content().version(),
                                        draft,
                                        scene.writing())));
    }

    /**
     * @param hash of the text that was read
     */
    Verdict<PreDisclosure> approve(UUID id, String hash) {
        return acting.act(
                id,
                RemediationAction.APPROVE_TEXT,
                Acting.Binding.ifSaid(Optional.empty()),
                scene -> approve(scene, hash));
    }

    private Verdict<PreDisclosure> approve(Acting.Scene scene, String hash) {
        Optional<PreDisclosure> text = scene.dossier().text();
        if (text.isEmpty()) {
            return new Verdict.Refused<>(Refusal.TEXT_MISSING);
        }
        PreDisclosure present = text.get();
        if (!present.hash().equals(hash)) {
            return new Verdict.Stale<>(present.draftedBy(), present.draftedAt());
        }
        if (present.approved()) {
            return new Verdict.Refused<>(Refusal.TEXT_APPROVED);
        }
        return new Verdict.Done<>(
                texts.approve(
                        present, scene.dossier().caseId(), scene.actor().staff(), scene.now()));
    }
}
