package org.hikeshi.notifier.letter;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.hikeshi.policy.Language;
import org.hikeshi.policy.Policy;
import org.hikeshi.web.Look;
import org.hikeshi.web.Origin;
import org.hikeshi.web.Words;

/**
 * What all letters share: the house's words, its links, the name of the desk under each of them,
 * and the mark of a trial at both ends.
 */
@Singleton
public class Stationery {
    private final Words words;
    private final UnaryOperator<String> link;
    private final boolean trial;

    @Inject
    Stationery(Words words, Origin origin, Look look) {
        this(words, origin::link, look.trial());
    }

    /**
     * @param link from a path of this site to its public address
     */
    public Stationery(Words words, UnaryOperator<String> link, boolean trial) {
        this.words = words;
        this.link = link;
        this.trial = trial;
    }

    /**
     * A letter with the same content in each language.
     *
     * @param subject of one language
     * @param body writes one language
     */
    public Letter letter(
            Policy policy,
            List<Language> languages,
            Function<Draft, String> subject,
            Consumer<Draft> body) {
        String both =
                languages.stream()
                        .map(language -> subject.apply(draft(policy, language)))
                        .distinct()
                        .reduce((first, next) -> first + " / " + withoutNumber(next))
                        .orElse("");
        List<Letter.Part> parts =
                languages.stream().map(language -> part(policy, language, body)).toList();
        return new Letter(
                Draft.ofPolicy(policy.organisation().desk(), languages.getFirst(), policy),
                both,
                parts);
    }

    /** The number at the head of a subject is said once, not in each language. */
    private static String withoutNumber(String subject) {
        return subject.replaceFirst("^\\[[^\\]]*] ", "");
    }

    private Draft draft(Policy policy, Language language) {
        return new Draft(language, policy, words, link);
    }

    private Letter.Part part(Policy policy, Language language, Consumer<Draft> body) {
        Draft draft = draft(policy, language);
        markTrial(draft);
        body.accept(draft);
        draft.prose(draft.ofPolicy(policy.organisation().desk()));
        markTrial(draft);
        return new Letter.Part(language, draft.blocks());
    }

    private void markTrial(Draft draft) {
        if (trial) {
            draft.say("trial");
        }
    }

    /** Words of the house in a language that is not a letter's: for pages that show one. */
    public String say(Language language, String key, Object... arguments) {
        return words.say(spoken(language), "mail." + key, arguments);
    }

    static org.hikeshi.web.Language spoken(Language language) {
        return switch (language) {
            case JA -> org.hikeshi.web.Language.JA;
            case EN -> org.hikeshi.web.Language.EN;
        };
    }

    static String inFirst(Map<Language, String> words, Policy policy) {
        return words.getOrDefault(policy.firstLanguage(), "");
    }
}
