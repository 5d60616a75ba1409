package org.hikeshi.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a policy promises the moment a report arrives: only published promises whose date is known
 * then. House numbers are never promised to anybody.
 */
public final class Promises {
    private static final List<ClockName> TO_THE_REPORTER =
            List.of(
                    ClockName.RECEIPT_MAIL,
                    ClockName.CONFIRMATION,
                    ClockName.FIRST_ACTION,
                    ClockName.RESULT);

    private final Policy policy;
    private final Instant receivedAt;
    private final Set<Language> languages;
    private final Dates dates;

    /** How a date is written. */
    private interface Dates {
        String written(Instant due, Language language, BusinessCalendar calendar);
    }

    private Promises(Policy policy, Instant receivedAt, Set<Language> languages, Dates dates) {
        this.policy = policy;
        this.receivedAt = receivedAt;
        this.languages = languages;
        this.dates = dates;
    }

    /**
     * The promises of this policy for a report received at this instant, in the order of their
     * clocks, with a sentence per asked language. A report without severity gets the strictest
     * level's time.
     */
    public static List<Promise> atReceipt(
            Policy policy, Instant receivedAt, Set<Language> languages) {
        return new Promises(policy, receivedAt, languages, PromisedDate::bare).all();
    }

    /** The same as a letter says it: each date with hour and zone. */
    public static List<Promise> inLetter(
            Policy policy, Instant receivedAt, Set<Language> languages) {
        return new Promises(policy, receivedAt, languages, PromisedDate::withHour).all();
    }

    private List<Promise> all() {
        List<Promise> all = new ArrayList<>();
        for (ClockName name : TO_THE_REPORTER) {
            policy.clock(name)
                    .filter(rule -> rule.starts() == Anchor.RECEIVED)
                    .flatMap(rule -> promise(name, rule))
                    .ifPresent(all::add);
        }
        Rhythm rhythm = policy.rhythm();
        if (rhythm.standing() != Standing.HOUSE) {
            rhythm.term()
                    .dueAfter(receivedAt, policy.calendar())
                    .map(
                            due ->
                                    new Promise(
                                            rhythm.clause().id(),
                                            ClockName.PROGRESS.written(),
                                            rhythm.kind(),
                                            due,
                                            texts(ClockName.PROGRESS, rhythm.kind(), due)))
                    .ifPresent(all::add);
        }
        return List.copyOf(all);
    }

    /**
     * The date that a reporter is told for our next word after this one. A policy that publishes no
     * clock promises none (Z2.2); its rhythm is kept all the same.
     */
    public static Optional<Instant> nextWord(Policy policy, Instant word) {
        boolean tellsDates =
                policy.rhythm().standing() != Standing.HOUSE
                        || policy.clocks().values().stream()
                                .anyMatch(rule -> rule.standing() != Standing.HOUSE);
        return tellsDates
                ? policy.rhythm().term().dueAfter(word, policy.calendar())
                : Optional.empty();
    }

    private Optional<Promise> promise(ClockName name, ClockRule rule) {
        Deadline deadline = rule.unscored();
        if (rule.standing() == Standing.HOUSE || deadline.standing() == Standing.HOUSE) {
            return Optional.empty();
        }
        return deadline.within()
                .dueAfter(receivedAt, policy.calendar())
                .map(
                        due ->
                                new Promise(
                                        rule.clause().id(),
                                        name.written(),
                                        rule.kind(),
                                        due,
                                        texts(name, rule.kind(), due)));
    }

    private Map<Language, String> texts(ClockName name, Kind kind, Instant due) {
        Map<Language, String> texts = new EnumMap<>(Language.class);
        for (Language language : languages) {
            String date = dates.written(due, language, policy.calendar());
            // 「24:00 JST まで」 but 「12月4日(金)まで」.
            String spaced = date.endsWith(")") ? date : date + language.say(" ", "");
            String sentence = sentence(name, language).replace("{date}", spaced);
            String aim = kind == Kind.TARGET ? language.say("(目安)", " (target)") : "";
            texts.put(language, sentence + aim);
        }
        return java.util.Collections.unmodifiableMap(texts);
    }

    private static String sentence(ClockName name, Language language) {
        return switch (name) {
            case RECEIPT_MAIL ->
                    language.say("{date}までに、受付通知をお送りします", "You get our acknowledgement by {date}");
            case CONFIRMATION ->
                    language.say(
                            "{date}までに、担当者が内容を読み、ご連絡します",
                            "A person reads your report and writes to you by {date}");
            case FIRST_ACTION ->
                    language.say("{date}までに、一次対応を始めます", "Our first response begins by {date}");
            case RESULT ->
                    language.say("{date}までに、調査の結果をお知らせします", "We tell you our findings by {date}");
            default ->
                    language.say(
                            "{date}までに、進展がなくても次のご連絡をします",
                            "You hear from us again by {date}, even if nothing is new");
        };
    }
}
