package org.hikeshi.notifier.reporter;

import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hikeshi.events.AdvisoryRevised;
import org.hikeshi.events.CaseClosed;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.ContentHash;
import org.hikeshi.events.Disclosed;
import org.hikeshi.notifier.approved.ApprovedWords;
import org.hikeshi.notifier.approved.ApprovedWords.Approved;
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

/** Writes R2 to R14. */
@Singleton
class ReporterLetters implements LetterWriter {
    private final Stationery stationery;
    private final CaseFile cases;
    private final ApprovedWords words;

    ReporterLetters(Stationery stationery, CaseFile cases, ApprovedWords words) {
        this.stationery = stationery;
        this.cases = cases;
        this.words = words;
    }

    @Override
    public Set<Template> templates() {
        return EnumSet.range(Template.CONFIRMED, Template.CLOSURE);
    }

    @Override
    public Letter write(Owing owing, Policy policy, List<Language> languages)
            throws TextUnavailableException {
        CaseFacts facts = cases.facts(owing.caseId());
        Heard about =
                facts.find(owing.about())
                        .orElseThrow(() -> new TextUnavailableException("the fact is not heard"));
        return write(
                stationery,
                new Matter(
                        owing,
                        facts,
                        about,
                        cases.productNames(),
                        elsewhere(owing, about),
                        published(about)),
                policy,
                languages);
    }

    /** Credits and changes are told as they are printed, so their words are asked for. */
    private Optional<Approved> published(Heard about) throws TextUnavailableException {
        @Nullable ContentHash hash =
                switch (about.event()) {
                    case Disclosed disclosed -> disclosed.hash();
                    case AdvisoryRevised revised -> revised.hash();
                    default -> null;
                };
        return hash == null ? Optional.empty() : Optional.of(words.of(hash));
    }

    private CaseFacts elsewhere(Owing owing, Heard about) {
        CaseId other =
                about.event() instanceof CaseClosed closed && closed.duplicateOf() != null
                        ? closed.duplicateOf()
                        : owing.caseId();
        return cases.facts(other);
    }

    static Letter write(
            Stationery stationery, Matter matter, Policy policy, List<Language> languages) {
        return stationery.letter(
                policy, languages, draft -> subject(draft, matter), draft -> body(draft, matter));
    }

    private static String subject(Draft draft, Matter matter) {
        return draft.words(
                switch (matter.owing().template()) {
                    case QUESTION -> Conversation.subject(matter);
                    default -> key(matter.owing().template()) + ".subject";
                },
                matter.owing().trackingCode());
    }

    private static String key(Template template) {
        return template.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static void body(Draft draft, Matter matter) {
        draft.greeting("reporter.greeting");
        switch (matter.owing().template()) {
            case CONFIRMED -> Conversation.confirmed(draft, matter);
            case QUESTION -> Conversation.question(draft, matter);
            case RESULT -> Assessment.result(draft, matter);
            case TIMELINE -> Assessment.timeline(draft, matter);
            case CLOSED -> Progress.closed(draft, matter);
            case PROGRESS -> Progress.progress(draft, matter);
            case MITIGATION -> Remedy.mitigation(draft, matter);
            case BEGUN -> Remedy.begun(draft, matter);
            case COMPLETED -> Remedy.completed(draft, matter);
            case DATE -> Publication.date(draft, matter);
            case PUBLISHED -> Publication.published(draft, matter);
            case REVISED -> Publication.revised(draft, matter);
            case CLOSURE -> Progress.closure(draft, matter);
            default ->
                    throw new IllegalArgumentException(
                            matter.owing().template() + " is no letter to a reporter");
        }
        draft.fact("reporter.code", matter.owing().trackingCode().value())
                .fact("reporter.status", draft.link("/status"));
        draft.say("reporter.foot");
    }
}
