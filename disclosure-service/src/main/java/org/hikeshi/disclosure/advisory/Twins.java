package org.hikeshi.disclosure.advisory;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.hikeshi.policy.Language;

/**
 * Whether the languages say the same where a machine can tell: versions, scores, dates, CVE ids and
 * addresses that stand on one side only (practice d12). A warning for reviewers, never a refusal.
 */
public final class Twins {
    private static final Pattern COMPARED =
            Pattern.compile("https?://[\\x21-\\x7e]+|CVE-\\d{4}-\\d{4,}|\\d+(?:[.:-]\\d+)*");

    private Twins() {}

    /** By part of the text, what does not stand in every language; empty if all agree. */
    public static Map<String, List<String>> differences(AdvisoryContent content) {
        Map<String, List<String>> found = new TreeMap<>();
        compare(found, "title", l -> content.text(l).title());
        compare(found, "summary", l -> content.text(l).summary());
        compare(found, "impact", l -> content.text(l).impact());
        compare(found, "details", l -> content.text(l).details());
        compare(found, "whatToDo", l -> content.text(l).whatToDo());
        compare(found, "remedy", l -> content.remedy().getOrDefault(l, ""));
        compare(found, "workaround", l -> content.workaround().getOrDefault(l, ""));
        return found;
    }

    private static void compare(
            Map<String, List<String>> found, String part, Function<String, String> text) {
        TreeSet<String> ja = tokens(text.apply(Language.JA.code()));
        TreeSet<String> en = tokens(text.apply(Language.EN.code()));
        TreeSet<String> onlyOne = new TreeSet<>(ja);
        onlyOne.addAll(en);
        onlyOne.removeIf(token -> ja.contains(token) && en.contains(token));
        if (!onlyOne.isEmpty()) {
            found.put(part, List.copyOf(onlyOne));
        }
    }

    private static TreeSet<String> tokens(String text) {
        TreeSet<String> all = new TreeSet<>();
        COMPARED.matcher(text).results().forEach(match -> all.add(match.group()));
        return all;
    }
}
