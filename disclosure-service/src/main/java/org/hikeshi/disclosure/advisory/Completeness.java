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
    /** Intake has not said how the reporters want to be named. */
    public static final String CREDIT_UNKNOWN = "credit-unknown";

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
        everywhere("title", l -> content.text(l).title());
        everywhere("summary", l -> content.text(l).summary());
        inAllOrNone("impact", l -> content.text(l).impact());
        inAllOrNone("details", l -> content.text(l).details());
        if (content.kind() == AdvisoryKind.SA) {
            everywhere("whatToDo", l -> content.text(l).whatToDo());
        } else {
            inAllOrNone("whatToDo", l -> content.text(l).whatToDo());
        }
    }

    private void remedies() {
        Function<String, String> remedy = l -> word(content.remedy(), l);
        Function<String, String> workaround = l -> word(content.workaround(), l);
        boolean fixed = content.affected().stream().anyMatch(p -> !p.fixed().isEmpty());
        if (fixed) {
            everywhere("remedy", remedy);
        } else {
            inAllOrNone("remedy", remedy);
        }
        inAllOrNone("workaround", workaround);
        boolean neither =
                asked.languages().stream()
                        .allMatch(l -> remedy.apply(l).isEmpty() && workaround.apply(l).isEmpty());
        if (content.kind() == AdvisoryKind.SA && neither && !fixed) {
            missing.add("remedy-or-workaround");
        }
    }

    private void frame() {
        if (content.contact().isEmpty()) {
            missing.add("contact");
        }
        if (asked.disclaimer()) {
            everywhere("disclaimer", l -> word(content.disclaimer(), l));
        }
        if (asked.revision()) {
            everywhere("changeNote", l -> word(content.changeNote(), l));
        }
    }

    private void vulnerabilities() {
        if (content.affected().stream().noneMatch(p -> p.standing() == ProductStanding.AFFECTED)) {
            missing.add("affected");
        }
        if (content.severity().isEmpty()) {
            missing.add("severity");
        }
    }

    private void credits() {
        List<String> wished = asked.wishedCredits();
        if (wished == null) {
            missing.add(CREDIT_UNKNOWN);
        } else if (!content.credits().containsAll(wished)) {
            missing.add("credit");
        }
    }

    private void everywhere(String code, Function<String, String> part) {
        asked.languages().stream()
                .filter(language -> part.apply(language).isBlank())
                .forEach(language -> missing.add(code + "." + language));
    }

    private void inAllOrNone(String code, Function<String, String> part) {
        if (asked.languages().stream().anyMatch(language -> !part.apply(language).isBlank())) {
            everywhere(code, part);
        }
    }

    private static String word(Map<String, String> byLanguage, String language) {
        return Objects.requireNonNullElse(byLanguage.get(language), "");
    }
}
