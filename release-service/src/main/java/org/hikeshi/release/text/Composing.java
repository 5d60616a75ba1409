package org.hikeshi.release.text;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.hikeshi.release.catalogue.Product;
import org.hikeshi.trust.Sha256;
import org.hikeshi.web.Language;
import org.hikeshi.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * Puts the text together: product, version, urgency by the house, how to get it by the office. It
 * has no place for anything else.
 */
@ApplicationScoped
class Composing {
    private final Words words;

    Composing(Words words) {
        this.words = words;
    }

    /** Both texts and the hash that stands for them. */
    record Texts(String ja, String en, String hash) {}

    Texts texts(
            List<Product> products,
            @Nullable String version,
            Urgency urgency,
            String howJa,
            String howEn) {
        String ja = text(Language.JA, products, version, urgency, howJa);
        String en = text(Language.EN, products, version, urgency, howEn);
        String both = "hikeshi-pre-disclosure-v1\0" + ja + "\0" + en;
        byte[] digest = Sha256.of(both.getBytes(StandardCharsets.UTF_8));
        return new Texts(ja, en, HexFormat.of().formatHex(digest));
    }

    private String text(
            Language language,
            List<Product> products,
            @Nullable String version,
            Urgency urgency,
            String how) {
        String names =
                products.stream()
                        .map(Product::name)
                        .sorted()
                        .collect(Collectors.joining(language == Language.JA ? "、" : ", "));
        return version == null
                ? words.say(language, "text.measure", names, urgency(language, urgency), how)
                : words.say(
                        language, "text.update", names, version, urgency(language, urgency), how);
    }

    private String urgency(Language language, Urgency urgency) {
        return words.say(language, "text.urgency." + urgency.code());
    }
}
