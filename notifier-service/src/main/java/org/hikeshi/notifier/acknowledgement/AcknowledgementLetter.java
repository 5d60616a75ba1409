package org.hikeshi.notifier.acknowledgement;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.hikeshi.events.MailTemplate;
import org.hikeshi.notifier.ledger.Owing;
import org.hikeshi.notifier.letter.Block;
import org.hikeshi.notifier.letter.Letter;
import org.hikeshi.notifier.sending.LetterWriter;
import org.hikeshi.policy.ClockName;
import org.hikeshi.policy.Language;
import org.hikeshi.policy.OwnTexts;
import org.hikeshi.policy.Policy;
import org.hikeshi.policy.Promise;
import org.hikeshi.policy.PromisedDate;
import org.hikeshi.policy.Promises;
import org.hikeshi.web.Look;
import org.hikeshi.web.Origin;
import org.hikeshi.web.Words;

/** Writes R1 in the languages asked for. */
@Singleton
class AcknowledgementLetter implements LetterWriter {
    private final Words words;
    private final UnaryOperator<String> link;
    private final boolean trial;

    @Inject
    AcknowledgementLetter(Words words, Origin origin, Look look) {
        this(words, origin::link, look.trial());
    }

    /**
     * @param link from a path of this site to its public address
     */
    AcknowledgementLetter(Words words, UnaryOperator<String> link, boolean trial) {
        this.words = words;
        this.link = link;
        this.trial = trial;
    }

    @Override
    public MailTemplate template() {
        return MailTemplate.RECEIPT;
    }

    @Override
    public Letter write(Owing owing, Policy policy, List<Language> languages) {
        List<Promise> promises =
                Promises.atReceipt(policy, owing.causedAt(), EnumSet.copyOf(languages)).stream()
                        .filter(
                                p ->
                                        !p.clock()
                                                .equals(
                                                        ClockName.RECEIPT_MAIL
                                                                .written())) // this mail
                        .toList();
        String subject =
                languages.stream()
                        .map(language -> say(language, "receipt.subject", owing.trackingCode()))
                        .collect(Collectors.joining(" / "));
        List<Letter.Part> parts =
                languages.stream()
                        .map(language -> part(owing, policy, promises, language))
                        .toList();
        return new Letter(
                in(languages.getFirst(), policy.organisation().desk(), policy), subject, parts);
    }

    private Letter.Part part(
            Owing owing, Policy policy, List<Promise> promises, Language language) {
        List<Block> blocks = new ArrayList<>();
        markTrial(language, blocks);
        blocks.add(new Block.Paragraph(say(language, "receipt.greeting")));
        blocks.add(new Block.Paragraph(sentence(owing, policy, promises, language)));
        blocks.add(facts(owing, policy, language));
        blocks.add(new Block.Paragraph(say(language, "receipt.key")));
        if (!promises.isEmpty()) {
            blocks.add(new Block.Heading(say(language, "receipt.promises")));
            blocks.add(
                    new Block.Bullets(promises.stream().map(p -> p.text().get(language)).toList()));
        }
        OwnTexts texts = policy.ownTexts();
        legal("safe-harbour", texts.safeHarbour(), policy, language, blocks);
        legal("privacy", texts.privacy(), policy, language, blocks);
        legal("silence", texts.silence(), policy, language, blocks);
        legal("disclaimer", texts.disclaimer(), policy, language, blocks);
        blocks.add(new Block.Paragraph(say(language, "receipt.automatic")));
        blocks.add(new Block.Paragraph(in(language, policy.organisation().desk(), policy)));
        markTrial(language, blocks);
        return new Letter.Part(language, List.copyOf(blocks));
    }

    private void markTrial(Language language, List<Block> blocks) {
        if (trial) {
            blocks.add(new Block.Paragraph(say(language, "trial")));
        }
    }

    /**
     * The key sentence; without a date where the policy promises none (house numbers are not told).
     */
    private String sentence(Owing owing, Policy policy, List<Promise> promises, Language language) {
        return promises.stream()
                .filter(p -> p.clock().equals(ClockName.CONFIRMATION.written()))
                .findFirst()
                .map(p -> PromisedDate.bare(p.dueAt(), language, policy.calendar()))
                .map(date -> say(language, "receipt.sentence", owing.trackingCode(), date))
                .orElseGet(() -> say(language, "receipt.undated", owing.trackingCode()));
    }

    private Block facts(Owing owing, Policy policy, Language language) {
        String received =
                PromisedDate.instant(owing.causedAt(), language, policy.calendar().zone());
        String organisation = in(language, policy.organisation().name(), policy);
        return new Block.Facts(
                List.of(
                        fact(language, "code", owing.trackingCode().value()),
                        fact(language, "received", received),
                        fact(
                                language,
                                "policy",
                                say(
                                        language,
                                        "receipt.policy.version",
                                        organisation,
                                        policy.version().number())),
                        fact(language, "status", link.apply("/status"))));
    }

    private Block.Fact fact(Language language, String label, String value) {
        return new Block.Fact(say(language, "receipt." + label), value);
    }

    private void legal(
            String name,
            Optional<Map<Language, String>> text,
            Policy policy,
            Language language,
            List<Block> blocks) {
        text.ifPresent(
                words -> {
                    blocks.add(new Block.Heading(say(language, "text." + name)));
                    blocks.add(new Block.Paragraph(in(language, words, policy)));
                });
    }

    /** The policy's own words; in its first language where it does not speak the reader's. */
    private static String in(Language language, Map<Language, String> words, Policy policy) {
        String first = words.getOrDefault(policy.firstLanguage(), "");
        return words.getOrDefault(language, first).strip();
    }

    private String say(Language language, String key, Object... arguments) {
        var spoken =
                switch (language) {
                    case JA -> org.hikeshi.web.Language.JA;
                    case EN -> org.hikeshi.web.Language.EN;
                };
        return words.say(spoken, "mail." + key, arguments);
    }
}
