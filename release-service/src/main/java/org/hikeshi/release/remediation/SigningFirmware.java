package org.hikeshi.release.remediation;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hikeshi.policy.GateName;
import org.hikeshi.release.artifact.ArtifactFile;
import org.hikeshi.release.gate.GateDecision;
import org.hikeshi.release.signing.FirmwareSigning;
import org.hikeshi.release.signing.FirmwareSigning.Approvers;
import org.hikeshi.release.signing.FirmwareSigning.Sealed;
import org.jspecify.annotations.Nullable;

/**
 * The second approver has the files signed (E5.5-sig). The first is who passed QA for exactly these
 * bytes, or the security review where the policy asks for no QA; none of the two uploaded them, and
 * whoever is away and their deputy are not two. Signing takes time and happens outside the
 * transaction that keeps the result, which counts only if the content still is the same.
 */
@ApplicationScoped
class SigningFirmware {
    private final Acting acting;
    private final FirmwareSigning signing;
    private final Clock clock;

    SigningFirmware(Acting acting, FirmwareSigning signing, Clock clock) {
        this.acting = acting;
        this.signing = signing;
        this.clock = clock;
    }

    private record Pair(ArtifactFile file, Sealed sealed) {}

    Verdict<Dossier> sign(UUID id, Optional<String> ifMatch) {
        Verdict<Dossier> may =
                acting.look(id, RemediationAction.SIGN, Acting.Binding.ifSaid(ifMatch));
        return may.then(
                dossier -> {
                    List<Pair> pairs = dossier.files().stream().map(f -> pair(dossier, f)).toList();
                    return acting.act(
                            id,
                            RemediationAction.SIGN,
                            Acting.Binding.needed(Optional.of(dossier.contentHash())),
                            scene -> keep(scene, new ArrayList<>(pairs)));
                });
    }

    private Pair pair(Dossier dossier, ArtifactFile file) {
        String floor = dossier.content().minimumVersion();
        try {
            return new Pair(
                    file,
                    signing.seal(file, floor == null ? file.version() : floor, clock.instant()));
        } catch (IOException e) {
            throw new UncheckedIOException("a stored file cannot be read", e);
        }
    }

    private Verdict<Dossier> keep(Acting.Scene scene, List<Pair> pairs) {
        GateDecision first = firstApproval(scene.dossier());
        if (first != null && first.isOf(counted(scene))) {
            return new Verdict.Refused<>(Refusal.SAME_APPROVER);
        }
        for (Pair pair : pairs) {
            signing.keep(
                    pair.file(),
                    pair.sealed(),
                    new Approvers(first == null ? null : first.by(), scene.actor().staff()),
                    scene.now());
        }
        return new Verdict.Done<>(scene.dossier());
    }

    private static Set<String> counted(Acting.Scene scene) {
        Set<String> counted = new HashSet<>(scene.absent());
        counted.add(scene.actor().staff());
        return counted;
    }

    private static @Nullable GateDecision firstApproval(Dossier dossier) {
        GateDecision qa = dossier.current().get(GateName.QA_REGRESSION);
        return qa == null ? dossier.current().get(GateName.SECURITY_REVIEW) : qa;
    }
}
