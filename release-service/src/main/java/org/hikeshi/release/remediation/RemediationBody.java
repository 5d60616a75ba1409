package org.hikeshi.release.remediation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.Version;
import org.hikeshi.policy.RemedyKind;
import org.hikeshi.release.Paths;
import org.hikeshi.release.catalogue.VersionOrder;
import org.hikeshi.web.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * A remediation as it is sent.
 *
 * @param caseId needed to register, absent or the same to edit
 * @param kind {@code mitigation} or {@code fix}; as {@code caseId}
 * @param products ids, at least one
 * @param version that brings it; a fix needs one
 * @param minimumVersion floor of the manifests, not above {@code version}; may be left out
 * @param summary for staff, up to 20,000 characters
 * @param workaround {@code {"ja": …, "en": …}}: what reporters are told when a mitigation is
 *     released; may be left out
 */
@RegisterForReflection
public record RemediationBody(
        @Nullable String caseId,
        @Nullable String kind,
        @Nullable List<String> products,
        @Nullable String version,
        @Nullable String minimumVersion,
        @Nullable String summary,
        @Nullable Map<String, String> workaround) {
    private static final int MOST_CHARACTERS = 20_000;
    private static final int MOST_PRODUCTS = 50;

    Optional<CaseId> inCase() {
        return Optional.ofNullable(caseId).flatMap(Paths::id).map(CaseId::new);
    }

    private Optional<RemedyKind> ofKind() {
        return switch (kind) {
            case "mitigation" -> Optional.of(RemedyKind.MITIGATION);
            case "fix" -> Optional.of(RemedyKind.FIX);
            case null, default -> Optional.empty();
        };
    }

    /** The content, or what is wrong with it. */
    Verdict<Content> content() {
        List<FieldError> errors = new ArrayList<>();
        if (inCase().isEmpty()) {
            errors.add(FieldError.at("/caseId", "id"));
        }
        Optional<RemedyKind> known = ofKind();
        if (known.isEmpty()) {
            errors.add(FieldError.at("/kind", "remedy-kind"));
        }
        return content(known.orElse(RemedyKind.MITIGATION), errors);
    }

    /** The content of one that exists: it keeps its case and kind. */
    Verdict<Content> changed(Dossier dossier) {
        List<FieldError> errors = new ArrayList<>();
        if (caseId != null && !caseId.equals(dossier.caseId().toString())) {
            errors.add(FieldError.at("/caseId", "fixed"));
        }
        String now = dossier.content().kind().name().toLowerCase(Locale.ROOT);
        if (kind != null && !kind.equals(now)) {
            errors.add(FieldError.at("/kind", "fixed"));
        }
        return content(dossier.content().kind(), errors);
    }

    private Verdict<Content> content(RemedyKind known, List<FieldError> errors) {
        List<UUID> ids = ids(errors);
        versions(known, errors);
        if (summary == null || summary.isBlank()) {
            errors.add(FieldError.at("/summary", "missing"));
        } else if (summary.length() > MOST_CHARACTERS) {
            errors.add(FieldError.at("/summary", "too-long", MOST_CHARACTERS));
        }
        Map<String, String> told = workaround == null ? Map.of() : workaround;
        told.forEach((language, text) -> told(language, text, errors));
        return errors.isEmpty()
                ? new Verdict.Done<>(
                        new Content(
                                known,
                                ids,
                                version,
                                minimumVersion,
                                String.valueOf(summary),
                                told.get("ja"),
                                told.get("en")))
                : new Verdict.Unfit<>(errors);
    }

    private static void told(String language, @Nullable String text, List<FieldError> errors) {
        if (!language.equals("ja") && !language.equals("en")) {
            errors.add(FieldError.at("/workaround", "unknown-field"));
        } else if (text == null || text.isBlank()) {
            errors.add(FieldError.at("/workaround/" + language, "missing"));
        } else if (text.length() > MOST_CHARACTERS) {
            errors.add(FieldError.at("/workaround/" + language, "too-long", MOST_CHARACTERS));
        }
    }

    private List<UUID> ids(List<FieldError> errors) {
        List<String> given = products == null ? List.of() : products;
        List<UUID> ids = new ArrayList<>();
        if (given.isEmpty()) {
            errors.add(FieldError.at("/products", "products-missing"));
        } else if (given.size() > MOST_PRODUCTS) {
            errors.add(FieldError.at("/products", "too-many", MOST_PRODUCTS));
        } else if (new HashSet<>(given).size() < given.size()) {
            errors.add(FieldError.at("/products", "twice"));
        }
        for (int at = 0; at < given.size(); at++) {
            String text = given.get(at);
            Optional<UUID> id = text == null ? Optional.empty() : Paths.id(text);
            id.ifPresent(ids::add);
            if (id.isEmpty()) {
                errors.add(FieldError.at("/products/" + at, "id"));
            }
        }
        return ids;
    }

    private void versions(RemedyKind known, List<FieldError> errors) {
        boolean readable = version != null && readable(version);
        if (version == null ? known == RemedyKind.FIX : !readable) {
            errors.add(FieldError.at("/version", "version"));
        }
        if (minimumVersion == null) {
            return;
        }
        if (!readable(minimumVersion)) {
            errors.add(FieldError.at("/minimumVersion", "version"));
        } else if (version != null
                && readable
                && VersionOrder.compare(minimumVersion, version) > 0) {
            errors.add(FieldError.at("/minimumVersion", "floor-above-version"));
        }
    }

    private static boolean readable(String text) {
        try {
            new Version(text);
            return true;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }
}
