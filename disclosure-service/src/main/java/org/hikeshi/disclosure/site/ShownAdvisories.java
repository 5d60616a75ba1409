package org.hikeshi.disclosure.site;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hikeshi.casefile.PolicyDesk;
import org.hikeshi.disclosure.advisory.AdvisoryContent;
import org.hikeshi.disclosure.advisory.AdvisoryText;
import org.hikeshi.disclosure.advisory.AffectedProduct;
import org.hikeshi.disclosure.advisory.CvssBase;
import org.hikeshi.disclosure.advisory.ProductStanding;
import org.hikeshi.disclosure.csaf.CsafNames;
import org.hikeshi.disclosure.csaf.PublicPaths;
import org.hikeshi.disclosure.pgp.DeskKey;
import org.hikeshi.disclosure.publication.PublishedText;
import org.hikeshi.web.Language;
import org.hikeshi.web.Words;

/** Turns published texts into what a page of one language shows. */
@ApplicationScoped
public class ShownAdvisories {
    private final PublicFrame frame;
    private final Words words;
    private final PolicyDesk desk;
    private final DeskKey key;

    ShownAdvisories(PublicFrame frame, Words words, PolicyDesk desk, DeskKey key) {
        this.frame = frame;
        this.words = words;
        this.desk = desk;
        this.key = key;
    }

    String say(Language language, String key, Object... arguments) {
        return words.say(language, key, arguments);
    }

    String moment(java.time.Instant at, Language language) {
        return desk.moment(at, language);
    }

    ShownAdvisory of(PublishedText text, Language language, boolean preview) {
        AdvisoryContent content = text.content();
        Optional<CvssBase> base = content.highestBase();
        String path = PublicPaths.of(text);
        return new ShownAdvisory(
                text.publicId(),
                content.kind().name(),
                path,
                otherPath(path, language, preview),
                CsafNames.path(text),
                key.present(),
                prose(content, language),
                severity(content),
                base.map(b -> b.score().toPlainString()).orElse(""),
                base.map(CvssBase::vector).orElse(""),
                List.copyOf(content.cves()),
                content.affected().stream().map(ShownAdvisories::row).toList(),
                content.credits(),
                content.contact(),
                content.contact().contains("@"),
                in(content.disclaimer(), language),
                text.history().stream().map(one -> change(one, language)).toList(),
                text.publishedAt(),
                text.changedAt(),
                text.revised(),
                text.withdrawn(),
                text.withdrawn() ? in(text.history().getLast().note(), language) : "",
                text.hash(),
                preview);
    }

    private static ShownAdvisory.Prose prose(AdvisoryContent content, Language language) {
        AdvisoryText said = content.text(language.tag());
        return new ShownAdvisory.Prose(
                said.title(),
                said.summary(),
                said.impact(),
                said.details(),
                said.whatToDo(),
                in(content.remedy(), language),
                in(content.workaround(), language));
    }

    /** Of the same page in the other language; a preview is no file and asks for it by query. */
    private String otherPath(String path, Language language, boolean preview) {
        if (frame.languages().size() < 2) {
            return "";
        }
        return (preview ? "?lang=" : path + ".") + language.other().tag();
    }

    private static String severity(AdvisoryContent content) {
        return content.severity().map(s -> s.name().toLowerCase(Locale.ROOT)).orElse("");
    }

    private static ShownAdvisory.Row row(AffectedProduct product) {
        return new ShownAdvisory.Row(
                product.product(),
                product.model(),
                product.versions(),
                product.fixed(),
                product.standing() == ProductStanding.AFFECTED);
    }

    private ShownAdvisory.Change change(PublishedText.Revision one, Language language) {
        String note = in(one.note(), language);
        if (one.withdrawn()) {
            return new ShownAdvisory.Change(
                    one.number(), one.at(), say(language, "advisory.withdrawn.change", note));
        }
        String what = note.isEmpty() ? say(language, "advisory.first") : note;
        return new ShownAdvisory.Change(one.number(), one.at(), what);
    }

    private static String in(Map<String, String> byLanguage, Language language) {
        return byLanguage.getOrDefault(language.tag(), "");
    }
}
