package org.hikeshi.disclosure.advisory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * What a text still lacks before anybody may be asked to review it (E3.4-content, Z-disclaimer):
 * affected range, how to get the update, workaround or fix, contact, credit as wished, disclaimer,
 * and all of it in every language of the policy. Codes are fixed words with the language behind a
 * point: {@code workaround.en}.
 */
public final class Completeness {
    private final AdvisoryContent content;
    private final Asked asked;
    private final List<String> missing = new ArrayList<>();

    /**
     * What the policy and the case ask for.
     *
     * @param languages tags of the policy's languages
     * @param disclaimer whether the policy has one
     * @param wishedCredits lines reporters asked for; {@code null} while intake has not answered
     * @param revision whether an earlier revision is public
     */
    public record Asked(
            List<String> languages,
            boolean disclaimer,
            @org.jspecify.annotations.Nullable List<String> wishedCredits,
            boolean revision) {}

    private Completeness(AdvisoryContent content, Asked asked) {
        this.content = content;
        this.asked = asked;
    }

    /** Codes of what is missing, in the order of the page; empty if the text is complete. */
    public static List<String> missing(AdvisoryContent content, Asked asked) {
        var check = new Completeness(content, asked);
        check.texts();
        check.remedies();
        check.frame();
        if (content.kind() == AdvisoryKind.SA) {
            check.vulnerabilities();
        }
        check.credits();
        return List.copyOf(check.missing);
    }

    private void texts() {
        everywhere(Lack.TITLE, l -> content.text(l).title());
        everywhere(Lack.SUMMARY, l -> content.text(l).summary());
        inAllOrNone(Lack.IMPACT, l -> content.text(l).impact());
        inAllOrNone(Lack.DETAILS, l -> content.text(l).details());
        if (content.kind() == AdvisoryKind.SA) {
            everywhere(Lack.WHAT_TO_DO, l -> content.text(l).whatToDo());
        } else {
            inAllOrNone(Lack.WHAT_TO_DO, l -> content.text(l).whatToDo());
        }
    }

    private void remedies() {
        Function<String, String> remedy = l -> word(content.remedy(), l);
        Function<String, String> workaround = l -> word(content.workaround(), l);
        boolean fixed = content.affected().stream().anyMatch(p -> !p.fixed().isEmpty());
        if (fixed) {
            everywhere(Lack.REMEDY, remedy);
        } else {
            inAllOrNone(Lack.REMEDY, remedy);
        }
        inAllOrNone(Lack.WORKAROUND, workaround);
        boolean neither =
                asked.languages().stream()
                        .allMatch(l -> remedy.apply(l).isEmpty() && workaround.apply(l).isEmpty());
        if (content.kind() == AdvisoryKind.SA && neither && !fixed) {
            missing.add(Lack.REMEDY_OR_WORKAROUND.code());
        }
    }

    private void frame() {
        if (content.contact().isEmpty()) {
            missing.add(Lack.CONTACT.code());
        }
        if (asked.disclaimer()) {
            everywhere(Lack.DISCLAIMER, l -> word(content.disclaimer(), l));
        }
        if (asked.revision()) {
            everywhere(Lack.CHANGE_NOTE, l -> word(content.changeNote(), l));
        }
    }

    private void vulnerabilities() {
        if (content.affected().stream().noneMatch(p -> p.standing() == ProductStanding.AFFECTED)) {
            missing.add(Lack.AFFECTED.code());
        }
        if (content.severity().isEmpty()) {
            missing.add(Lack.SEVERITY.code());
        }
    }

    private void credits() {
        List<String> wished = asked.wishedCredits();
        if (wished == null) {
            missing.add(Lack.CREDIT_UNKNOWN.code());
        } else if (!content.credits().containsAll(wished)) {
            missing.add(Lack.CREDIT.code());
        }
    }

    private void everywhere(Lack lack, Function<String, String> part) {
        asked.languages().stream()
                .filter(language -> part.apply(language).isBlank())
                .forEach(language -> missing.add(lack.code() + "." + language));
    }

    private void inAllOrNone(Lack lack, Function<String, String> part) {
        if (asked.languages().stream().anyMatch(language -> !part.apply(language).isBlank())) {
            everywhere(lack, part);
        }
    }

    private static String word(Map<String, String> byLanguage, String language) {
        return Objects.requireNonNullElse(byLanguage.get(language), "");
    }
}
