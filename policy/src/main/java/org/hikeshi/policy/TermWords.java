package org.hikeshi.policy;

import java.time.Duration;
import java.time.Period;

/** A {@link Term} in the words of the public page. */
final class TermWords {
    private TermWords() {}

    static String of(Term term, Language language) {
        return switch (term) {
            case Term.SameBusinessDay() -> language.say("当営業日内", "the same business day");
            case Term.BusinessDays(int n) ->
                    language.say(n + "営業日以内", "within " + count(n, "business day"));
            case Term.CivilDays(Period period) ->
                    language.say(length(term, language) + "以内", "within " + length(term, language));
            case Term.Elapsed(Duration duration) ->
                    language.say(length(term, language) + "以内", "within " + length(term, language));
            case Term.WithRelease(Term.Release release) -> release(release, language);
            case Term.Individual() ->
                    language.say("個別に決めてお知らせします", "set for each case and told to the reporter");
        };
    }

    /** The bare length, for "every …", "at least …" and "… before". */
    static String length(Term term, Language language) {
        return switch (term) {
            case Term.BusinessDays(int n) -> language.say(n + "営業日", count(n, "business day"));
            case Term.CivilDays(Period p) -> civil(p, language);
            case Term.Elapsed(Duration d) -> elapsed(d, language);
            case Term.SameBusinessDay _, Term.WithRelease _, Term.Individual _ ->
                    of(term, language);
        };
    }

    private static String civil(Period p, Language language) {
        StringBuilder words = new StringBuilder();
        part(words, p.getYears(), "年", "year", language);
        part(words, p.getMonths(), "か月", "month", language);
        part(words, p.getDays(), "日", "day", language);
        return words.toString();
    }

    private static String elapsed(Duration d, Language language) {
        StringBuilder words = new StringBuilder();
        part(words, d.toHours(), "時間", "hour", language);
        part(words, d.toMinutesPart(), "分", "minute", language);
        part(words, d.toSecondsPart(), "秒", "second", language);
        part(words, d.toMillisPart(), "ミリ秒", "millisecond", language);
        return words.toString();
    }

    private static void part(StringBuilder words, long n, String ja, String en, Language language) {
        if (n > 0) {
            boolean space = !words.isEmpty() && language == Language.EN;
            words.append(space ? " " : "").append(language.say(n + ja, count(n, en)));
        }
    }

    private static String release(Term.Release release, Language language) {
        return switch (release) {
            case NEXT_PLANNED_RELEASE -> language.say("次の計画リリース", "with the next planned release");
            case NEXT_PERIODIC_RELEASE_NOTES ->
                    language.say("次の定期リリースノート", "in the next periodic release notes");
            case RELEASE_NOTES_OF_THE_FIX ->
                    language.say(
                            "修正を含むリリースのリリースノート",
                            "in the release notes of the release with the fix");
        };
    }

    private static String count(long n, String unit) {
        return n + " " + unit + (n == 1 ? "" : "s");
    }
}
