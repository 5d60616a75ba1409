package org.hikeshi.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hikeshi.policy.PublicPolicy.Block;
import org.hikeshi.policy.PublicPolicy.Paragraph;

/** The rules of a policy as the public reads them; empty where nothing is published. */
final class PublicRules {
    private final Policy policy;
    private final Wording in;

    PublicRules(Policy policy, Wording in) {
        this.policy = policy;
        this.in = in;
    }

    List<Block> severity() {
        SeverityScheme scheme = policy.severity();
        if (scheme.standing() != Standing.PUBLISHED) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        scheme.cvss()
                .map(c -> in.label("score", c.version().number(), in.label(c.score())))
                .ifPresent(sentence -> blocks.add(new Paragraph(sentence)));
        List<List<String>> rows = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            rows.add(List.of(scheme.name(severity, in.language()), meaning(scheme, severity)));
        }
        blocks.addAll(in.table(List.of("column.severity", "column.meaning"), rows));
        return blocks;
    }

    private String meaning(SeverityScheme scheme, Severity severity) {
        Optional<Map<Language, String>> definition =
                scheme.definitions().map(d -> d.getOrDefault(severity, Map.of()));
        Optional<String> band =
                scheme.cvss()
                        .map(c -> c.bands().get(severity))
                        .map(b -> "CVSS " + b.from() + "–" + b.to());
        return definition.map(in::say).or(() -> band).orElse("");
    }

    List<Block> priority() {
        List<String> items =
                policy.priority().stream()
                        .flatMap(p -> p.factors().stream())
                        .map(f -> f.name().map(in::say).orElseGet(() -> in.label(f.factor())))
                        .toList();
        return in.bullets(items);
    }

    List<Block> disclosure() {
        Disclosure d = policy.disclosure();
        if (d.standing() != Standing.PUBLISHED) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        d.principle().ifPresent(p -> blocks.add(new Paragraph(in.say(p))));
        blocks.add(new Paragraph(in.label("precondition", in.label(d.precondition()))));
        return blocks;
    }

    List<Block> review() {
        Review r = policy.review();
        if (r.standing() != Standing.PUBLISHED) {
            return List.of();
        }
        String drafted = in.role(r.draftedBy());
        String reviews = in.joined(r.reviews().keySet().stream().map(in::label).toList());
        String approved = in.role(r.approvedBy());
        String order =
                reviews.isEmpty()
                        ? in.label("approval-only", drafted, approved)
                        : in.label("approval", drafted, reviews, approved);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(order));
        r.emergencyMadeUpWithin()
                .map(t -> in.label("emergency", t.inWords(in.language())))
                .ifPresent(sentence -> blocks.add(new Paragraph(sentence)));
        return blocks;
    }

    List<Block> gates() {
        List<List<String>> rows = new ArrayList<>();
        for (Gate gate : policy.gates()) {
            if (gate.standing() != Standing.PUBLISHED) {
                continue;
            }
            String guards = in.joined(gate.guards().stream().map(in::label).toList());
            rows.add(List.of(in.label(gate.gate()), guards, in.role(gate.by())));
        }
        return in.table(List.of("column.gate", "column.guards", "column.by"), rows);
    }

    List<Block> tellings() {
        List<String> items =
                policy.tellings().stream()
                        .filter(t -> t.standing() == Standing.PUBLISHED)
                        .map(this::telling)
                        .toList();
        return in.bullets(items);
    }

    private String telling(Telling t) {
        return t.says()
                .map(in::say)
                .orElseGet(() -> in.label("tells", in.label(t.when()), in.label(t.tell())));
    }

    List<Block> support(Standing standing) {
        Optional<Support> support = policy.support().filter(s -> s.standing() == standing);
        return support.map(this::support).orElse(List.of());
    }

    private List<Block> support(Support s) {
        List<Block> blocks = new ArrayList<>();
        String period = in.label("support.period", in.label(s.from()), in.length(s.period()));
        blocks.add(new Paragraph(period));
        s.notBefore()
                .map(day -> in.label("support.not-before", PromisedDate.civil(day, in.language())))
                .ifPresent(sentence -> blocks.add(new Paragraph(sentence)));
        if (!s.announcedBefore().isEmpty()) {
            String leads = in.joined(s.announcedBefore().stream().map(in::length).toList());
            blocks.add(new Paragraph(in.label("support.announced", leads)));
        }
        s.extension().ifPresent(e -> blocks.add(new Paragraph(in.say(e))));
        return blocks;
    }

    List<Block> records(Standing standing) {
        Records records = policy.records();
        return records.standing() == standing
                ? List.of(new Paragraph(in.label("records.keep", in.length(records.keep()))))
                : List.of();
    }
}
