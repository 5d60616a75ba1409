package org.hikeshi.notifier.telling;

import org.hikeshi.notifier.ledger.Template;
import org.hikeshi.policy.ClockName;
import org.hikeshi.policy.MailName;
import org.hikeshi.policy.Policy;
import org.hikeshi.policy.Telling;

/** Which clause of the policy asks for a mail. What no clause asks for is the house's own rule. */
final class Clauses {
    private static final String HOUSE = "house";

    private Clauses() {}

    static String of(Template template, Policy policy) {
        MailName name = MailName.valueOf(template.number());
        return policy.tellings().stream()
                .filter(telling -> telling.mail() == name)
                .map(Telling::clause)
                .flatMap(clause -> clause.stream())
                .findFirst()
                .orElseGet(() -> otherwise(template, policy));
    }

    private static String otherwise(Template template, Policy policy) {
        if (template == Template.PROGRESS) {
            return policy.rhythm().clause().id();
        }
        return template == Template.RECEIPT
                ? policy.clock(ClockName.RECEIPT_MAIL).map(r -> r.clause().id()).orElse(HOUSE)
                : HOUSE;
    }
}
