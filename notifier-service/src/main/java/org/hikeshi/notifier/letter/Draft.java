package org.hikeshi.notifier.letter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.hikeshi.policy.Language;
import org.hikeshi.policy.Policy;
import org.hikeshi.policy.PromisedDate;
import org.hikeshi.web.Words;

/** One language of a letter while it is being written. Facts in a row stand in one table. */
public final class Draft {
    private final Language language;
    private final Policy policy;
    private final Words words;
    private final UnaryOperator<String> link;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Block.Fact> facts = new ArrayList<>();

    Draft(Language language, Policy policy, Words words, UnaryOperator<String> link) {
        this.language = language;
        this.policy = policy;
        this.words = words;
        this.link = link;
    }

    public Language language() {
        return language;
    }

    public Policy policy() {
        return policy;
    }

    /** Words of the house, by their key without the leading {@code mail.}. */
    public String words(String key, Object... arguments) {
        return words.say(Stationery.spoken(language), "mail." + key, arguments);
    }

    /** The words of address: neutral here, by name where the reader's is known. */
    public Draft greeting(String key) {
        return block(new Block.Greeting(words(key), words(key + ".named", Block.Greeting.NAME)));
    }

    /** A paragraph in words of the house. */
    public Draft say(String key, Object... arguments) {
        return prose(words(key, arguments));
    }

    /** A paragraph. */
    public Draft prose(String text) {
        return block(new Block.Paragraph(text.strip()));
    }

    public Draft heading(String key) {
        return block(new Block.Heading(words(key)));
    }

    public Draft bullets(List<String> items) {
        return items.isEmpty() ? this : block(new Block.Bullets(List.copyOf(items)));
    }

    /** A labelled value. */
    public Draft fact(String labelKey, String value) {
        facts.add(new Block.Fact(words(labelKey), value));
        return this;
    }

    private Draft block(Block block) {
        closeFacts();
        blocks.add(block);
        return this;
    }

    private void closeFacts() {
        if (!facts.isEmpty()) {
            blocks.add(new Block.Facts(List.copyOf(facts)));
            facts.clear();
        }
    }

    List<Block> blocks() {
        closeFacts();
        return List.copyOf(blocks);
    }

    /** The public address of a page. */
    public String link(String path) {
        return link.apply(path);
    }

    /** A promised date with weekday, hour and zone; the end of a day is its 24:00. */
    public String date(Instant due) {
        return PromisedDate.withHour(due, language, policy.calendar());
    }

    /** An instant with weekday, hour and zone. */
    public String instant(Instant at) {
        return PromisedDate.instant(at, language, policy.calendar().zone());
    }

    /** The policy's own words; in its first language where it does not speak the reader's. */
    public String ofPolicy(Map<Language, String> own) {
        return ofPolicy(own, language, policy);
    }

    static String ofPolicy(Map<Language, String> own, Language language, Policy policy) {
        return own.getOrDefault(language, Stationery.inFirst(own, policy)).strip();
    }

    /** Items in a row, as the language joins them. */
    public String row(List<String> items) {
        return String.join(language == Language.JA ? "、" : ", ", items);
    }
}
