package org.hikeshi.intake.status;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.hikeshi.intake.conversation.Conversations.Conversation;
import org.hikeshi.intake.conversation.MessageAnswer;
import org.hikeshi.intake.coordination.Footing;
import org.hikeshi.intake.coordination.Refusal;
import org.hikeshi.intake.coordination.ReporterAct;
import org.hikeshi.intake.report.StoredReport;
import org.hikeshi.policy.Language;
import org.hikeshi.web.Words;
import org.jspecify.annotations.Nullable;

/** Puts a standing into the answer of the API. */
public final class StatusAnswers {

    private final Words words;

    public StatusAnswers(Words words) {
        this.words = words;
    }

    StatusAnswer of(
            StoredReport report, Standing standing, Conversation conversation, Language language) {
        return new StatusAnswer(
                report.trackingCode().value(),
                word(standing.stage()),
                steps(standing),
                standing.rating()
                        .map(
                                one ->
                                        new StatusAnswer.SeverityTold(
                                                one.level(), one.score(), one.vectors()))
                        .orElse(null),
                report.receivedAt(),
                report.policyVersion(),
                word(standing.whoseTurn()),
                standing.nextUpdateDue().orElse(null),
                standing.promises().stream().map(kept -> promise(kept, language)).toList(),
                proposal(standing.footing()),
                standing.closure().map(StatusAnswers::word).orElse(null),
                acts(standing.footing()),
                standing.timeline().stream().map(entry -> happened(entry, language)).toList(),
                MessageAnswer.all(conversation, org.hikeshi.web.Language.valueOf(language.name())));
    }

    private static Map<String, String> steps(Standing standing) {
        Map<String, String> steps = new LinkedHashMap<>();
        standing.steps().forEach((stage, step) -> steps.put(word(stage), word(step)));
        return steps;
    }

    private static Map<String, String> acts(Footing footing) {
        Map<String, String> acts = new LinkedHashMap<>();
        for (ReporterAct act : ReporterAct.values()) {
            acts.put(act.written(), footing.refusal(act).map(Refusal::code).orElse("possible"));
        }
        return acts;
    }

    private static StatusAnswer.@Nullable Proposal proposal(Footing footing) {
        return footing.proposed()
                .map(
                        one ->
                                new StatusAnswer.Proposal(
                                        one.proposal().toString(),
                                        one.date(),
                                        one.answerBy(),
                                        word(footing.proposal())))
                .orElse(null);
    }

    private StatusAnswer.PromiseState promise(Kept kept, Language language) {
        return new StatusAnswer.PromiseState(
                kept.clause(),
                kept.clock(),
                kept.kind().name().toLowerCase(Locale.ROOT),
                kept.dueAt(),
                sentence(kept, language),
                word(kept.state()));
    }

    /** The promise in words; a deadline set later is named by its clock. */
    String sentence(Kept kept, Language language) {
        String text = kept.text().getOrDefault(language, "");
        return text.isEmpty() ? say(language, "status.clock." + kept.clock()) : text;
    }

    private StatusAnswer.Happened happened(Timeline.Entry entry, Language language) {
        return new StatusAnswer.Happened(
                entry.at(), entry.what(), say(language, "status.timeline." + entry.what()));
    }

    private String say(Language language, String key) {
        return words.say(org.hikeshi.web.Language.valueOf(language.name()), key);
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
