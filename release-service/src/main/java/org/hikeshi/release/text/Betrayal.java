package org.hikeshi.release.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that would name a weakness before its publication. A machine finds identifiers and the
 * common names of classes of weakness; everything else is for the person who approves.
 */
final class Betrayal {
    private static final Pattern WORDS =
            Pattern.compile(
                    "cve|cwe|cvss|jvn|vulnerab|exploit|overflow|injection|xss|csrf|ssrf|bypass"
                            + "|credential|backdoor|privilege|remote code|denial of service"
                            + "|脆弱|悪用|攻撃|認証回避|権限昇格|オーバーフロー|インジェクション|任意のコード|なりすまし");

    private Betrayal() {}

    /** The first such word. */
    static Optional<String> in(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        Matcher found = WORDS.matcher(plain);
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }
}
