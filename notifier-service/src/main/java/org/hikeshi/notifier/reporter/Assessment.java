package org.hikeshi.notifier.reporter;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hikeshi.events.DeadlineReason;
import org.hikeshi.events.DeadlineSet;
import org.hikeshi.events.Finding;
import org.hikeshi.events.ProductId;
import org.hikeshi.events.Scored;
import org.hikeshi.events.ScoredVulnerability;
import org.hikeshi.notifier.letter.Draft;
import org.hikeshi.notifier.telling.MovedDates;
import org.hikeshi.policy.ClockName;
import org.jspecify.annotations.Nullable;

/** R4 and R5: the result, and what changed of it or of its dates. */
final class Assessment {
    private Assessment() {}

    static void result(Draft draft, Matter matter) {
        if (!(matter.about().event() instanceof Scored scored)) {
            throw new IllegalArgumentException("a result is about a scoring");
        }
        if (scored.finding() == Finding.NOT_VALID) {
            draft.say("result.not-valid");
            if (matter.joined()) {
                draft.fact("result.known", known(draft, matter));
            }
            draft.say("result.findings");
            Conversation.next(draft, matter);
            return;
        }
        draft.say("result.severity", severity(draft, scored));
        scored.vulnerabilities().forEach(one -> score(draft, one));
        definition(draft, scored);
        draft.fact("result.products", products(draft, matter, scored))
                .fact("result.known", known(draft, matter));
        draft.say("result.findings");
        dates(draft, matter, scored, "result.dates", "result.undated");
        Conversation.next(draft, matter);
    }

    /**
     * Duplicate or not; a report found to be one is closed or joined, and told so in its own mail.
     */
    private static String known(Draft draft, Matter matter) {
        return draft.words(matter.joined() ? "result.known.joined" : "result.known.new");
    }

    private static void score(Draft draft, ScoredVulnerability one) {
        if (one.score() != null && one.cvss31() != null) {
            draft.fact(
                    "result.score",
                    draft.words("result.scored", one.score(), one.cvss31().value()));
        }
    }

    private static void definition(Draft draft, Scored scored) {
        draft.policy()
                .severity()
                .definitions()
                .flatMap(
                        all ->
                                Severities.ofPolicy(scored.severity())
                                        .map(all::get)
                                        .map(draft::ofPolicy))
                .ifPresent(words -> draft.fact("result.definition", words));
    }

    private static String products(Draft draft, Matter matter, Scored scored) {
        List<ProductId> affected =
                scored.vulnerabilities().stream()
                        .flatMap(one -> one.affected().stream())
                        .map(one -> one.product())
                        .toList();
        return affected.isEmpty()
                ? draft.words("result.products.open")
                : draft.row(matter.namesOf(affected.stream()));
    }

    static String severity(Draft draft, Scored scored) {
        return Severities.ofPolicy(scored.severity())
                .map(level -> draft.policy().severity().name(level, draft.language()))
                .orElseGet(() -> draft.words("staff.severity.none"));
    }

    private static void dates(
            Draft draft, Matter matter, Scored scored, String heading, String without) {
        List<String> lines =
                PublishedDates.of(matter, draft.policy(), scored).stream()
                        .map(date -> line(draft, matter, date))
                        .toList();
        if (lines.isEmpty()) {
            draft.say(without);
        } else {
            draft.heading(heading).bullets(lines);
        }
    }

    private static String line(Draft draft, Matter matter, PublishedDates.Line date) {
        return draft.words(
                date.target() ? "clock.line.target" : "clock.line",
                clock(draft, matter, date.clock(), date.product()),
                draft.date(date.due()));
    }

    private static String clock(
            Draft draft, Matter matter, ClockName clock, @Nullable ProductId product) {
        String name = draft.words("clock." + clock.written());
        return product == null ? name : draft.words("clock.of", name, matter.name(product));
    }

    static void timeline(Draft draft, Matter matter) {
        DeadlineReason reason =
                switch (matter.about().event()) {
                    case Scored scored -> {
                        rescored(draft, matter, scored);
                        yield DeadlineReason.RESCORED;
                    }
                    case DeadlineSet set -> {
                        moved(draft, matter, set);
                        yield set.reason();
                    }
                    default -> throw new IllegalArgumentException("no change of a timeline");
                };
        draft.fact(
                "timeline.reason",
                draft.words("timeline.reason." + reason.name().toLowerCase(Locale.ROOT)));
        draft.say("timeline.more");
        matter.facts()
                .scored()
                .ifPresentOrElse(
                        scored ->
                                dates(
                                        draft,
                                        matter,
                                        scored,
                                        "timeline.effect",
                                        "timeline.effect.none"),
                        () -> draft.say("timeline.effect.none"));
    }

    private static void rescored(Draft draft, Matter matter, Scored scored) {
        Optional<Scored> before = matter.facts().scored(scored.revision() - 1);
        String now =
                scored.finding() == Finding.NOT_VALID
                        ? draft.words("staff.severity.none")
                        : severity(draft, scored);
        if (before.isEmpty()) {
            draft.say("timeline.severity.new", now);
        } else if (before.get().severity() == scored.severity()) {
            draft.say("timeline.severity.same", now);
        } else {
            draft.say("timeline.severity", severity(draft, before.get()), now);
        }
    }

    /** All dates that the same act moved, old and new; one alone is a sentence. */
    private static void moved(Draft draft, Matter matter, DeadlineSet set) {
        List<String> lines =
                MovedDates.with(matter.facts(), set).stream()
                        .map(one -> movedLine(draft, matter, one))
                        .toList();
        if (lines.size() == 1) {
            draft.prose(lines.getFirst());
        } else {
            draft.say("timeline.several").bullets(lines);
        }
    }

    private static String movedLine(Draft draft, Matter matter, DeadlineSet set) {
        String what = clock(draft, matter, ClockName.valueOf(set.clock().name()), set.product());
        Instant now = set.newDue() == null ? set.at() : set.newDue();
        return set.oldDue() == null
                ? draft.words("timeline.set", what, draft.date(now))
                : draft.words("timeline.moved", what, draft.date(set.oldDue()), draft.date(now));
    }
}
