package org.hikeshi.notifier.telling;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hikeshi.events.CaseEvent;
import org.hikeshi.events.Disclosed;
import org.hikeshi.events.MitigationReady;
import org.hikeshi.events.NoticePublished;
import org.hikeshi.events.PatchReady;
import org.hikeshi.events.Severity;
import org.hikeshi.notifier.ledger.Occasion;
import org.hikeshi.notifier.ledger.Recipient;
import org.hikeshi.notifier.ledger.Template;
import org.hikeshi.policy.Fact;
import org.hikeshi.policy.MailName;
import org.hikeshi.policy.Policy;

/**
 * C1 and C2: only what the policy says is told to customers, and only to those who are affected;
 * who that is, release says later.
 */
final class ToCustomers {
    private ToCustomers() {}

    static List<Due> of(CaseFacts facts, KnownReport first, Policy policy) {
        return facts.heard().stream()
                .flatMap(
                        heard ->
                                templates(facts, heard, policy).stream()
                                        .map(template -> due(first, heard, template)))
                .toList();
    }

    private static Due due(KnownReport first, Heard heard, Template template) {
        return Due.about(
                first,
                template,
                new Recipient.AffectedCustomers(),
                heard,
                heard.id(),
                Occasion.EVENT,
                heard.at());
    }

    private static Set<Template> templates(CaseFacts facts, Heard heard, Policy policy) {
        Set<Template> templates = EnumSet.noneOf(Template.class);
        fact(heard.event())
                .ifPresent(
                        fact ->
                                policy.tellings().stream()
                                        .filter(telling -> telling.when() == fact)
                                        .flatMap(telling -> template(telling.mail()))
                                        .forEach(templates::add));
        boolean published =
                heard.event() instanceof Disclosed || heard.event() instanceof NoticePublished;
        if (!published) {
            templates.remove(Template.CUSTOMERS_TOLD); // it names what is not public yet
        }
        if (published || !critical(facts)) {
            templates.remove(Template.CRITICAL_UPDATE);
        }
        return templates;
    }

    private static boolean critical(CaseFacts facts) {
        return facts.scored().filter(s -> s.severity() == Severity.CRITICAL).isPresent();
    }

    private static Stream<Template> template(MailName mail) {
        return switch (mail) {
            case C1 -> Stream.of(Template.CUSTOMERS_TOLD);
            case C2 -> Stream.of(Template.CRITICAL_UPDATE);
            default -> Stream.empty();
        };
    }

    private static Optional<Fact> fact(CaseEvent event) {
        return switch (event) {
            case MitigationReady _ -> Optional.of(Fact.MITIGATION_READY);
            case PatchReady _ -> Optional.of(Fact.PATCH_READY);
            case Disclosed _ -> Optional.of(Fact.DISCLOSED);
            case NoticePublished _ -> Optional.of(Fact.NOTICE_PUBLISHED);
            default -> Optional.empty();
        };
    }
}
