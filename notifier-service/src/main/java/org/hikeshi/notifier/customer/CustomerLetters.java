package org.hikeshi.notifier.customer;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.hikeshi.events.ContentHash;
import org.hikeshi.events.Disclosed;
import org.hikeshi.events.MitigationReady;
import org.hikeshi.events.NoticePublished;
import org.hikeshi.events.OtaStarted;
import org.hikeshi.events.PatchReady;
import org.hikeshi.notifier.approved.ApprovedWords;
import org.hikeshi.notifier.approved.ApprovedWords.Approved;
import org.hikeshi.notifier.approved.ApprovedWords.BeforePublication;
import org.hikeshi.notifier.ledger.Owing;
import org.hikeshi.notifier.ledger.Template;
import org.hikeshi.notifier.letter.Draft;
import org.hikeshi.notifier.letter.Letter;
import org.hikeshi.notifier.letter.Stationery;
import org.hikeshi.notifier.sending.LetterWriter;
import org.hikeshi.notifier.sending.TextUnavailableException;
import org.hikeshi.notifier.telling.CaseFacts;
import org.hikeshi.notifier.telling.CaseFile;
import org.hikeshi.notifier.telling.Heard;
import org.hikeshi.policy.Language;
import org.hikeshi.policy.Policy;
import org.jspecify.annotations.Nullable;

/** Writes C1 and C2. */
@Singleton
class CustomerLetters implements LetterWriter {
    private final Stationery stationery;
    private final CaseFile cases;
    private final ApprovedWords words;

    CustomerLetters(Stationery stationery, CaseFile cases, ApprovedWords words) {
        this.stationery = stationery;
        this.cases = cases;
        this.words = words;
    }

    @Override
    public Set<Template> templates() {
        return Set.of(Template.CUSTOMERS_TOLD, Template.CRITICAL_UPDATE);
    }

    @Override
    public Letter write(Owing owing, Policy policy, List<Language> languages)
            throws TextUnavailableException {
        CaseFacts facts = cases.facts(owing.caseId());
        Affected theirs = Affected.of(owing.detail()).over(facts.all(OtaStarted.class));
        Heard about =
                facts.find(owing.about())
                        .orElseThrow(() -> new TextUnavailableException("the fact is not heard"));
        if (owing.template() == Template.CRITICAL_UPDATE) {
            return update(stationery, owing, theirs, approvedBefore(about), policy, languages);
        }
        return published(stationery, theirs, words.of(hash(about)), policy, languages);
    }

    /** Whoever releases a remedy may have had a text approved; without one the house's words do. */
    private BeforePublication approvedBefore(Heard about) throws TextUnavailableException {
        @Nullable ContentHash hash =
                switch (about.event()) {
                    case PatchReady ready -> ready.preDisclosure();
                    case MitigationReady ready -> ready.preDisclosure();
                    default -> null;
                };
        return hash == null ? BeforePublication.NONE : words.beforePublication(hash);
    }

    private static ContentHash hash(Heard about) {
        return switch (about.event()) {
            case Disclosed disclosed -> disclosed.hash();
            case NoticePublished notice -> notice.hash();
            default -> throw new IllegalArgumentException("nothing was published by this fact");
        };
    }

    static Letter published(
            Stationery stationery,
            Affected theirs,
            Approved approved,
            Policy policy,
            List<Language> languages) {
        return stationery.letter(
                policy,
                languages,
                draft ->
                        draft.words(
                                "customers-told.subject",
                                given(approved.publicId()),
                                products(draft, theirs)),
                draft -> publishedBody(draft, theirs, approved));
    }

    private static void publishedBody(Draft draft, Affected theirs, Approved approved) {
        draft.say("customer.greeting").say("customers-told.sentence");
        var text = approved.in(draft.language().code());
        text.ifPresent(t -> fact(draft, "customers-told.title", t.title()));
        fact(draft, "customers-told.severity", severity(draft, approved.severity()));
        if (approved.cves() != null && !approved.cves().isEmpty()) {
            draft.fact("customers-told.cve", draft.row(approved.cves()));
        }
        fact(draft, "customers-told.link", approved.url());
        draft.heading("customers-told.yours").bullets(lines(draft, theirs));
        if (!theirs.parts().isEmpty()
                && theirs.parts().stream().allMatch(CustomerLetters::isUpdated)) {
            draft.say("customers-told.all-updated");
        }
        text.ifPresent(
                t -> {
                    chapter(draft, "customers-told.summary", t.summary());
                    chapter(draft, "customers-told.do", t.whatToDo());
                    chapter(draft, "customers-told.remedy", t.remedy());
                    chapter(draft, "customers-told.workaround", t.workaround());
                });
        draft.heading("customers-told.get").bullets(ways(draft, theirs));
        fact(draft, "customers-told.desk", DeskForCustomers.address(draft));
    }

    static Letter update(
            Stationery stationery,
            Owing owing,
            Affected theirs,
            BeforePublication approved,
            Policy policy,
            List<Language> languages) {
        return stationery.letter(
                policy,
                languages,
                draft ->
                        draft.words(
                                "critical-update.subject",
                                DeskForCustomers.number(owing),
                                products(draft, theirs)),
                draft -> updateBody(draft, theirs, approved));
    }

    private static void updateBody(Draft draft, Affected theirs, BeforePublication approved) {
        draft.say("customer.greeting").say("critical-update.sentence");
        approved.in(draft.language().code()).ifPresent(draft::prose);
        for (Affected.Part part : theirs.parts()) {
            draft.fact("critical-update.product", part.called())
                    .fact(
                            "critical-update.version",
                            part.fixedVersion() == null
                                    ? draft.words("critical-update.version.settings")
                                    : part.fixedVersion());
        }
        draft.fact("critical-update.urgency", draft.words("critical-update.urgency.high"));
        draft.heading("critical-update.how").bullets(ways(draft, theirs));
        fact(draft, "customers-told.desk", DeskForCustomers.address(draft));
    }

    private static String products(Draft draft, Affected theirs) {
        return draft.row(theirs.parts().stream().map(Affected.Part::name).distinct().toList());
    }

    private static List<String> lines(Draft draft, Affected theirs) {
        return theirs.parts().stream().map(part -> line(draft, part)).toList();
    }

    private static String line(Draft draft, Affected.Part part) {
        String versions =
                part.installed().isEmpty()
                        ? draft.words("customers-told.versions.all")
                        : draft.row(part.installed());
        String line = draft.words("customers-told.product", part.called(), versions, part.units());
        if (part.fixedVersion() == null) {
            return line;
        }
        return isUpdated(part)
                ? draft.words("customers-told.updated", line)
                : draft.words("customers-told.fixed", line, part.fixedVersion());
    }

    private static boolean isUpdated(Affected.Part part) {
        return part.fixedVersion() != null && part.installed().equals(List.of(part.fixedVersion()));
    }

    private static List<String> ways(Draft draft, Affected theirs) {
        return theirs.parts().stream().map(part -> way(draft, part)).distinct().toList();
    }

    private static String way(Draft draft, Affected.Part part) {
        String channel = given(part.channel()).toLowerCase(Locale.ROOT);
        return switch (channel) {
            case "ota" -> draft.words("channel.ota");
            case "manual" -> draft.words("channel.manual");
            default ->
                    draft.words(
                            "channel.download",
                            draft.link(
                                    part.model() == null
                                            ? "/downloads/"
                                            : "/downloads/" + part.model()));
        };
    }

    private static void chapter(Draft draft, String heading, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            draft.heading(heading).prose(text);
        }
    }

    private static void fact(Draft draft, String label, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            draft.fact(label, value);
        }
    }

    /** The level as the policy calls it; whatever else disclosure says stands as it is. */
    private static @Nullable String severity(Draft draft, @Nullable String level) {
        for (var one : org.hikeshi.policy.Severity.values()) {
            if (one.name().equalsIgnoreCase(level)) {
                return draft.policy().severity().name(one, draft.language());
            }
        }
        return level;
    }

    private static String given(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
