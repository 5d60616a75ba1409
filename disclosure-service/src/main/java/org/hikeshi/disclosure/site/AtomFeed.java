package org.hikeshi.disclosure.site;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.hikeshi.disclosure.csaf.PublicPaths;
import org.hikeshi.disclosure.publication.PublishedText;
import org.hikeshi.disclosure.publication.SiteFile;
import org.hikeshi.web.Language;

/** {@code /feeds/advisories.atom} (RFC 4287), in the policy's first language. */
@ApplicationScoped
class AtomFeed {
    private final PublicFrame frame;
    private final ShownAdvisories words;

    AtomFeed(PublicFrame frame, ShownAdvisories words) {
        this.frame = frame;
        this.words = words;
    }

    /**
     * @param all what changed last first
     */
    SiteFile file(List<PublishedText> all, Instant now) {
        Language language = frame.languages().getFirst();
        String home = frame.origin().link("/advisories");
        Instant updated = all.isEmpty() ? now : all.getFirst().changedAt();
        var feed = new StringBuilder();
        feed.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
                .append("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"")
                .append(language.tag())
                .append("\">\n");
        element(feed, "title", words.say(language, "advisories.page.title"));
        element(feed, "id", home);
        feed.append("<link rel=\"self\" href=\"")
                .append(escaped(frame.origin().link("/feeds/advisories.atom")))
                .append("\"/>\n");
        element(feed, "updated", updated.toString());
        feed.append("<author>");
        element(feed, "name", frame.publisher().name());
        feed.append("</author>\n");
        all.forEach(text -> entry(feed, text, language));
        feed.append("</feed>\n");
        return SiteFile.of(
                "/feeds/advisories.atom", "application/atom+xml;charset=UTF-8", feed.toString());
    }

    private void entry(StringBuilder feed, PublishedText text, Language language) {
        String link = frame.origin().link(PublicPaths.of(text));
        var said = text.content().text(language.tag());
        feed.append("<entry>\n");
        element(feed, "title", text.publicId() + " " + said.title());
        element(feed, "id", link);
        feed.append("<link href=\"").append(escaped(link)).append("\"/>\n");
        element(feed, "published", text.publishedAt().toString());
        element(feed, "updated", text.changedAt().toString());
        element(feed, "summary", said.summary());
        feed.append("</entry>\n");
    }

    private static void element(StringBuilder feed, String name, String text) {
        feed.append('<')
                .append(name)
                .append('>')
                .append(escaped(text))
                .append("</")
                .append(name)
                .append(">\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
