package org.hikeshi.release.remediation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.hikeshi.policy.Gate;
import org.hikeshi.release.Actor;
import org.hikeshi.release.artifact.ArtifactFile;
import org.hikeshi.release.gate.GateDecision;
import org.hikeshi.release.text.PreDisclosure;
import org.jspecify.annotations.Nullable;

/**
 * A remediation as it is answered. Instants UTC.
 *
 * @param contentHash the entity tag: what approvals are bound to
 * @param gates those the policy asks for, in its order; without outcome while open
 * @param authors who approves nothing of it
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RemediationAnswer(
        UUID id,
        String caseId,
        String kind,
        String state,
        List<UUID> products,
        @Nullable String version,
        @Nullable String minimumVersion,
        String summary,
        Map<String, String> workaround,
        String contentHash,
        List<FileAnswer> artifacts,
        List<GateAnswer> gates,
        @Nullable TextAnswer preDisclosure,
        List<String> authors,
        Instant createdAt,
        Instant changedAt,
        @Nullable Instant verifiedAt,
        @Nullable Instant releasedAt) {

    /** One file. */
    @RegisterForReflection
    public record FileAnswer(
            String model,
            String version,
            String name,
            String sha256,
            long size,
            boolean signed,
            String uploadedBy,
            Instant uploadedAt) {}

    /** One gate and the last word at it about the present content. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record GateAnswer(
            String gate,
            String role,
            String clause,
            @Nullable String outcome,
            @Nullable String by,
            @Nullable Instant at) {}

    /** What customers may read before publication. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TextAnswer(
            String hash,
            String urgency,
            Map<String, String> texts,
            String draftedBy,
            @Nullable String approvedBy) {}

    static RemediationAnswer of(Dossier dossier) {
        Content content = dossier.content();
        Map<String, String> told = new TreeMap<>();
        if (content.workaroundJa() != null) {
            told.put("ja", content.workaroundJa());
        }
        if (content.workaroundEn() != null) {
            told.put("en", content.workaroundEn());
        }
        return new RemediationAnswer(
                dossier.id(),
                dossier.caseId().toString(),
                written(content.kind()),
                written(dossier.state()),
                content.products(),
                content.version(),
                content.minimumVersion(),
                content.summary(),
                told,
                dossier.contentHash(),
                dossier.files().stream().map(file -> file(dossier, file)).toList(),
                dossier.gates().asked().stream().map(gate -> gate(dossier, gate)).toList(),
                dossier.text().map(RemediationAnswer::text).orElse(null),
                dossier.history().authors().stream().sorted().toList(),
                dossier.history().createdAt(),
                dossier.history().changedAt(),
                dossier.history().verifiedAt(),
                dossier.history().releasedAt());
    }

    private static FileAnswer file(Dossier dossier, ArtifactFile file) {
        return new FileAnswer(
                file.model(),
                file.version(),
                file.name(),
                file.sha256(),
                file.size(),
                dossier.signed().contains(file.sha256()),
                file.uploadedBy(),
                file.uploadedAt());
    }

    private static GateAnswer gate(Dossier dossier, Gate gate) {
        GateDecision last = dossier.current().get(gate.gate());
        return new GateAnswer(
                written(gate.gate()),
                Actor.name(gate.by()),
                gate.clause(),
                last == null ? null : written(last.outcome()),
                last == null ? null : last.by(),
                last == null ? null : last.at());
    }

    private static TextAnswer text(PreDisclosure text) {
        return new TextAnswer(
                text.hash(),
                text.urgency().code(),
                Map.of("ja", text.textJa(), "en", text.textEn()),
                text.draftedBy(),
                text.approvedBy());
    }

    static String written(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
