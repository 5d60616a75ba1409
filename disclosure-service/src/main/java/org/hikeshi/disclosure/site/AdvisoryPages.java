package org.hikeshi.disclosure.site;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hikeshi.disclosure.advisory.AdvisoryKind;
import org.hikeshi.disclosure.csaf.PublicPaths;
import org.hikeshi.disclosure.publication.PublishedText;
import org.hikeshi.disclosure.publication.SiteFile;
import org.hikeshi.web.Language;
import org.hikeshi.web.Page;

/** Advisory and list pages (W8), HTML and plain text. */
@ApplicationScoped
public class AdvisoryPages {
    private final PublicFrame frame;
    private final ShownAdvisories shown;

    AdvisoryPages(PublicFrame frame, ShownAdvisories shown) {
        this.frame = frame;
        this.shown = shown;
    }

    @CheckedTemplate(basePath = "site")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance advisory(Page page, ShownAdvisory shown);

        static native TemplateInstance list(
                Page page,
                String other,
                String feed,
                String index,
                List<ShownAdvisory> all,
                Instant asOf);
    }

    /** One page per language, the bare address in the first, and the text. */
    List<SiteFile> pages(PublishedText text) {
        String path = PublicPaths.of(text);
        List<SiteFile> files = new ArrayList<>();
        for (Language language : frame.languages()) {
            String html = html(text, language, false);
            files.add(SiteFile.of(path + "." + language.tag(), SiteFile.HTML, html));
            if (files.size() == 1) {
                files.add(SiteFile.of(path, SiteFile.HTML, html));
            }
        }
        files.add(
                SiteFile.of(
                        path + ".txt",
                        SiteFile.TEXT,
                        PlainText.of(shown, text, frame.languages())));
        return files;
    }

    /** The page of one language, exactly as the public sees it; a preview says what it is. */
    public String html(PublishedText text, Language language, boolean preview) {
        Page page =
                frame.page(language, PublicPaths.of(text), "advisory.page.title", text.publicId());
        return Templates.advisory(page, shown.of(text, language, preview)).render();
    }

    /** Lists of advisories and notices in each language. */
    List<SiteFile> lists(List<PublishedText> all, Instant asOf) {
        List<SiteFile> files = new ArrayList<>();
        for (Language language : frame.languages()) {
            boolean first = language == frame.languages().getFirst();
            list(files, "/advisories", "advisories.page.title", all, language, first, asOf);
            List<PublishedText> notices =
                    all.stream().filter(text -> text.kind() == AdvisoryKind.SN).toList();
            list(files, "/notices", "notices.page.title", notices, language, first, asOf);
        }
        return files;
    }

    private void list(
            List<SiteFile> files,
            String path,
            String title,
            List<PublishedText> texts,
            Language language,
            boolean first,
            Instant asOf) {
        List<ShownAdvisory> rows =
                texts.stream().map(text -> shown.of(text, language, false)).toList();
        String other = path + "/index." + language.other().tag();
        String html =
                Templates.list(
                                frame.page(language, path, title),
                                frame.languages().size() > 1 ? other : "",
                                "/feeds/advisories.atom",
                                path + "/index.json",
                                rows,
                                asOf)
                        .render();
        files.add(SiteFile.of(path + "/index." + language.tag(), SiteFile.HTML, html));
        if (first) {
            files.add(SiteFile.of(path, SiteFile.HTML, html));
            files.add(AdvisoryIndex.file(path + "/index.json", rows));
        }
    }
}
