package org.hikeshi.disclosure.site;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.hikeshi.casefile.PolicyDesk;
import org.hikeshi.disclosure.publication.SiteFile;
import org.hikeshi.policy.Policy;
import org.hikeshi.policy.PublicPolicy;
import org.hikeshi.web.Language;
import org.hikeshi.web.Page;

/** The public text of each policy version (E0): {@code /policy} and {@code /policy/{version}}. */
@ApplicationScoped
class PolicyPages {
    private final PublicFrame frame;

    PolicyPages(PublicFrame frame) {
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "site")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance policy(Page page, ShownPolicy shown);
    }

    /**
     * A policy in one language.
     *
     * @param present whether it is the version in force
     * @param versions all versions, for the links between them
     */
    @TemplateData
    public record ShownPolicy(
            String version,
            boolean present,
            String otherPath,
            String title,
            List<PublicPolicy.Detail> about,
            List<ShownSection> sections,
            List<String> versions) {}

    /** A section. */
    @TemplateData
    public record ShownSection(
            String id, String heading, boolean addendum, List<ShownBlock> blocks) {}

    /** A block; the parts that it is not are empty. */
    @TemplateData
    public record ShownBlock(
            String paragraph, List<String> items, List<String> header, List<List<String>> rows) {}

    /**
     * @param versions every version this service ever started with
     */
    List<SiteFile> pages(List<String> versions) {
        List<SiteFile> files = new ArrayList<>();
        for (String version : versions) {
            Policy policy = frame.policies().of(version);
            boolean first = true;
            for (org.hikeshi.policy.Language tag : policy.languages()) {
                Language language = Language.valueOf(tag.name());
                String path = "/policy/" + version;
                String html = html(policy, language, versions, path);
                pages(files, path, "." + language.tag(), html, first);
                if (version.equals(frame.policies().currentVersion())) {
                    pages(files, "/policy", "/index." + language.tag(), html, first);
                }
                first = false;
            }
        }
        return files;
    }

    /** The page of one language; the first one stands at the bare address, too. */
    private static void pages(
            List<SiteFile> files, String path, String ending, String html, boolean first) {
        files.add(SiteFile.of(path + ending, SiteFile.HTML, html));
        if (first) {
            files.add(SiteFile.of(path, SiteFile.HTML, html));
        }
    }

    private String html(Policy policy, Language language, List<String> versions, String path) {
        PublicPolicy text = policy.publicText(PolicyDesk.inPolicy(language));
        String version = policy.version().number();
        Page page = frame.page(language, path, "policy.page.title", version);
        var shown =
                new ShownPolicy(
                        version,
                        version.equals(frame.policies().currentVersion()),
                        policy.languages().size() > 1 ? path + "." + language.other().tag() : "",
                        text.title(),
                        text.about(),
                        text.sections().stream().map(PolicyPages::section).toList(),
                        versions);
        return Templates.policy(page, shown).render();
    }

    private static ShownSection section(PublicPolicy.Section section) {
        return new ShownSection(
                section.id(),
                section.heading(),
                section.addendum(),
                section.blocks().stream().map(PolicyPages::block).toList());
    }

    private static ShownBlock block(PublicPolicy.Block block) {
        return switch (block) {
            case PublicPolicy.Paragraph(String text) ->
                    new ShownBlock(text, List.of(), List.of(), List.of());
            case PublicPolicy.Bullets(List<String> items) ->
                    new ShownBlock("", items, List.of(), List.of());
            case PublicPolicy.Table(List<String> header, List<List<String>> rows) ->
                    new ShownBlock("", List.of(), header, rows);
        };
    }
}
