package org.hikeshi.disclosure.desk;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hikeshi.web.Language;
import org.hikeshi.web.Words;

/** What keeps a text from being published, in sentences that name the field to fill. */
final class Shortcomings {
    private static final Pattern LACK = Pattern.compile("([a-zA-Z-]+)(?:\\.([a-z-]+))?");
    private static final Pattern ROW = Pattern.compile("/(affected|vulnerabilities)/(\\d+)/.*");
    private static final String RULE = "/csaf/";

    private final Words words;
    private final Language language;

    Shortcomings(Words words, Language language) {
        this.words = words;
        this.language = language;
    }

    /** Of a code of what is missing, {@code title.en}. */
    String lack(String code) {
        Matcher parts = LACK.matcher(code);
        if (!parts.matches()) {
            return code;
        }
        String tag = parts.group(2);
        return say("desk.lack." + parts.group(1), tag == null ? "" : nameOf(tag));
    }

    private String nameOf(String tag) {
        return Language.of(tag)
                .map(named -> named == Language.JA ? "japanese" : "english")
                .map(name -> say("desk.language." + name))
                .orElse(tag);
    }

    /** Of a field that could not be published as it is. */
    String fault(AdvisoryView.Fault fault) {
        if (fault.pointer().startsWith(RULE)) {
            String number = fault.pointer().substring(RULE.length());
            return say("desk.csaf", number, say("desk.csaf." + number));
        }
        String why = say("error." + fault.code());
        Matcher row = ROW.matcher(fault.pointer());
        return row.matches()
                ? say("desk.fault." + row.group(1), Integer.parseInt(row.group(2)) + 1, why)
                : why;
    }

    private String say(String key, Object... arguments) {
        return words.say(language, key, arguments);
    }
}
