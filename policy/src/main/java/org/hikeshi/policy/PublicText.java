package org.hikeshi.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hikeshi.policy.PublicPolicy.Block;
import org.hikeshi.policy.PublicPolicy.Detail;
import org.hikeshi.policy.PublicPolicy.Paragraph;
import org.hikeshi.policy.PublicPolicy.Section;

/**
 * Renders a policy's public text: what it publishes, then what stands in its addendum, never more.
 */
final class PublicText {
    private final Policy policy;
    private final Language language;
    private final Wording in;
    private final PublicRules rules;
    private final PromiseTables promises;
    private final List<Section> sections = new ArrayList<>();

    private PublicText(Policy policy, Language language) {
        this.policy = policy;
        this.language = language;
        this.in = new Wording(policy, language);
        this.rules = new PublicRules(policy, in);
        this.promises = new PromiseTables(policy, language);
    }

    static PublicPolicy of(Policy policy, Language language) {
        if (!policy.languages().contains(language)) {
            throw new IllegalArgumentException("this policy has no text in " + language.code());
        }
        return new PublicText(policy, language).document();
    }

    private PublicPolicy document() {
        chapters(Place.FIRST);
        section("scope", scope());
        section("contacts", contacts());
        section("roles", roles());
        section("sources", sources());
        section("promises", promises.published());
        section("severity", rules.severity());
        section("priority", rules.priority());
        section("disclosure", rules.disclosure());
        section("review", rules.review());
        section("gates", rules.gates());
        section("tellings", rules.tellings());
        section("support", rules.support(Standing.PUBLISHED));
        section("records", rules.records(Standing.PUBLISHED));
        chapters(Place.LAST);
        OwnTexts texts = policy.ownTexts();
        section("safe-harbour", words(texts.safeHarbour()));
        section("privacy", words(texts.privacy()));
        section("silence", words(texts.silence()));
        section("disclaimer", words(texts.disclaimer()));
        section("changes", changes());
        addendum();
        String title = in.say(policy.organisation().name()) + " " + in.label("title");
        return new PublicPolicy(language, title, about(), List.copyOf(sections));
    }

    private List<Detail> about() {
        String first = in.label("language." + policy.firstLanguage().code());
        return List.of(
                new Detail(in.label("about.version"), policy.version().number()),
                new Detail(
                        in.label("about.created"), PromisedDate.civil(policy.created(), language)),
                new Detail(
                        in.label("about.effective"),
                        PromisedDate.civil(policy.effective(), language)),
                new Detail(in.label("about.owner"), in.say(policy.owner())),
                new Detail(in.label("about.approved-by"), in.role(policy.approvedBy())),
                new Detail(in.label("about.authoritative"), first));
    }

    private void chapters(Place place) {
        policy.chapters().stream()
                .filter(c -> c.place() == place && c.standing() == Standing.PUBLISHED)
                .forEach(c -> sections.add(chapter(c, false)));
    }

    private Section chapter(Chapter chapter, boolean addendum) {
        List<Block> blocks =
                chapter.paragraphs().stream().<Block>map(p -> new Paragraph(in.say(p))).toList();
        String id = "chapter-" + chapter.clause();
        return new Section(id, in.say(chapter.title()), addendum, blocks);
    }

    private List<Block> scope() {
        Scope scope = policy.scope();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(in.say(scope.statement())));
        blocks.addAll(in.bullets(scope.products().stream().map(in::say).toList()));
        blocks.addAll(in.bullets(scope.kinds().stream().map(in::label).toList()));
        scope.outOfScope()
                .map(out -> in.label("out-of-scope", in.say(out)))
                .ifPresent(sentence -> blocks.add(new Paragraph(sentence)));
        return blocks;
    }

    private List<Block> contacts() {
        List<String> items = new ArrayList<>();
        for (Contact contact : policy.contacts()) {
            List<String> parts = new ArrayList<>(List.of(in.label(contact.audience())));
            contact.region().ifPresent(r -> parts.add(in.say(r)));
            contact.purpose().ifPresent(p -> parts.add(in.say(p)));
            contact.mail().ifPresent(m -> parts.add(m.address()));
            contact.page().ifPresent(parts::add);
            items.add(String.join(" · ", parts));
        }
        List<Block> blocks = new ArrayList<>(in.bullets(items));
        String zone = policy.calendar().zone().getId();
        policy.calendar()
                .businessHours()
                .map(h -> in.label("business-hours", h.from() + "", h.until() + "", zone))
                .ifPresent(hours -> blocks.add(new Paragraph(hours)));
        return blocks;
    }

    private List<Block> roles() {
        List<List<String>> rows =
                policy.roles().stream()
                        .map(r -> List.of(in.say(r.name()), in.say(r.duties())))
                        .toList();
        return in.table(List.of("column.role", "column.duties"), rows);
    }

    private List<Block> sources() {
        List<String> items = new ArrayList<>();
        for (Source source : policy.sources()) {
            String interval =
                    source.every()
                            .filter(t -> source.standing() == Standing.PUBLISHED)
                            .map(t -> in.label("every", in.length(t)))
                            .orElse("");
            items.add((in.label(source.source()) + " " + interval).strip());
        }
        return in.bullets(items);
    }

    private List<Block> words(Optional<Map<Language, String>> own) {
        return own.<List<Block>>map(t -> List.of(new Paragraph(in.say(t)))).orElse(List.of());
    }

    private List<Block> changes() {
        List<List<String>> rows =
                policy.changes().stream()
                        .map(c -> List.of(c.version() + "", c.effective() + "", in.say(c.what())))
                        .toList();
        return in.table(List.of("column.version", "column.effective", "column.what"), rows);
    }

    private void addendum() {
        List<Block> blocks = new ArrayList<>(promises.addendum());
        blocks.addAll(rules.support(Standing.ADDENDUM));
        blocks.addAll(rules.records(Standing.ADDENDUM));
        if (!blocks.isEmpty()) {
            String heading = in.label("heading.addendum");
            sections.add(new Section("addendum", heading, true, List.copyOf(blocks)));
        }
        policy.chapters().stream()
                .filter(c -> c.standing() == Standing.ADDENDUM)
                .forEach(c -> sections.add(chapter(c, true)));
    }

    private void section(String id, List<Block> blocks) {
        if (!blocks.isEmpty()) {
            String heading = in.label("heading." + id);
            sections.add(new Section(id, heading, false, List.copyOf(blocks)));
        }
    }
}
