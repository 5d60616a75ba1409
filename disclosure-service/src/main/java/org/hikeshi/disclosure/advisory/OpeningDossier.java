package org.hikeshi.disclosure.advisory;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hikeshi.casefile.CaseSeals;
import org.hikeshi.casefile.PolicyVersions;
import org.hikeshi.disclosure.credit.CreditWishes;
import org.hikeshi.policy.Language;
import org.hikeshi.policy.Policy;
import org.hikeshi.web.FieldError;

/** Lays an advisory on the table, unsealed. Inside a transaction. */
@ApplicationScoped
public class OpeningDossier {
    private final Advisories advisories;
    private final CreditWishes credits;
    private final CaseSeals seals;
    private final PolicyVersions policies;
    private final PublicForm form;

    OpeningDossier(
            Advisories advisories,
            CreditWishes credits,
            CaseSeals seals,
            PolicyVersions policies,
            PublicForm form) {
        this.advisories = advisories;
        this.credits = credits;
        this.seals = seals;
        this.policies = policies;
        this.form = form;
    }

    /** The advisory, if this person may see its case. */
    public Optional<Dossier> open(UUID id, Person person) {
        return person.seen(advisories.find(id)).map(this::of);
    }

    /**
     * The same, held until the transaction ends. Who may not see it holds nothing and waits for
     * nobody.
     */
    public Optional<Dossier> hold(UUID id, Person person) {
        return person.sees(advisories.about(id))
                ? advisories.lock(id).map(this::of)
                : Optional.empty();
    }

    public Dossier of(Advisory advisory) {
        Policy policy = policies.current();
        AdvisoryContent content = text(advisory, advisory.textNumber, advisory.sealedText);
        List<Dossier.Said> said =
                advisories.reviews(advisory).stream().map(row -> said(advisory, row)).toList();
        List<String> missing = Completeness.missing(content, asked(advisory, policy));
        return new Dossier(
                advisory,
                content,
                missing,
                faults(advisory, content, missing),
                said,
                advisories.writers(advisory),
                policy);
    }

    private List<FieldError> faults(
            Advisory advisory, AdvisoryContent content, List<String> missing) {
        List<FieldError> faults = form.faults(content);
        return faults.isEmpty() && missing.isEmpty()
                ? form.faultsOfWhole(advisory, content)
                : faults;
    }

    private Completeness.Asked asked(Advisory advisory, Policy policy) {
        List<String> wished =
                advisory.aboutCase ? credits.of(advisory.caseId()).orElse(null) : List.of();
        return new Completeness.Asked(
                policy.languages().stream().map(Language::code).toList(),
                policy.ownTexts().disclaimer().isPresent(),
                wished,
                advisory.revisions > 0);
    }

    private Dossier.Said said(Advisory advisory, ReviewRow row) {
        byte[] sealed = row.sealedComment;
        String comment =
                sealed == null
                        ? ""
                        : seals.open(
                                advisory.caseId(),
                                "advisory_review",
                                "sealed_comment",
                                row.id.toString(),
                                sealed);
        boolean current = row.hash.equals(advisory.hash);
        return new Dossier.Said(
                row.review, row.accepted, row.number, current, comment, row.at, row.by);
    }

    /** An earlier text; empty if there is none of that number. */
    public Optional<AdvisoryContent> text(Advisory advisory, int number) {
        return advisories.text(advisory, number).map(row -> text(advisory, number, row.sealedText));
    }

    /** The text with that hash; empty if it never was one of this advisory. */
    public Optional<AdvisoryContent> textOf(Advisory advisory, String hash) {
        return advisories
                .text(advisory, hash)
                .map(row -> text(advisory, row.number, row.sealedText));
    }

    private AdvisoryContent text(Advisory advisory, int number, byte[] sealed) {
        String json =
                seals.open(
                        advisory.caseId(),
                        "advisory_edit",
                        "sealed_text",
                        place(advisory, number),
                        sealed);
        return ContentForm.read(json.getBytes(StandardCharsets.UTF_8));
    }

    byte[] seal(Advisory advisory, int number, byte[] written) {
        return seals.seal(
                advisory.caseId(),
                "advisory_edit",
                "sealed_text",
                place(advisory, number),
                new String(written, StandardCharsets.UTF_8));
    }

    byte[] sealComment(Advisory advisory, ReviewRow row, String comment) {
        return seals.seal(
                advisory.caseId(), "advisory_review", "sealed_comment", row.id.toString(), comment);
    }

    byte[] sealDeviation(Advisory advisory, String reason) {
        return seals.seal(
                advisory.caseId(), "advisory", "sealed_deviation", advisory.id.toString(), reason);
    }

    private static String place(Advisory advisory, int number) {
        return advisory.id + "/" + number;
    }
}
