package org.hikeshi.triage.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.hikeshi.casefile.KnownProducts;
import org.hikeshi.events.ProductChanged;
import org.hikeshi.policy.Policy;
import org.hikeshi.triage.overview.ReadingCase;
import org.hikeshi.triage.severity.Urgency;
import org.hikeshi.web.Page;

/** What can be chosen in a field: fixed words, products of the catalogue, factors of the policy. */
@ApplicationScoped
class FormChoices {
    private final KnownProducts products;

    FormChoices(KnownProducts products) {
        this.products = products;
    }

    FormPage.FieldShown shown(
            CaseForm.Field field, CaseForm form, ReadingCase.Seen seen, Page page) {
        String hint = "desk.hint." + form.written() + "." + field.name();
        return new FormPage.FieldShown(
                field.name(),
                field.kind(),
                field.required(),
                page.say("desk.field." + field.name()),
                page.words().knows(hint) ? page.say(hint) : "",
                options(field, seen.policy(), page));
    }

    private List<FormPage.Option> options(CaseForm.Field field, Policy policy, Page page) {
        return switch (field.kind()) {
            case "select" ->
                    field.choices().stream()
                            .map(
                                    value ->
                                            new FormPage.Option(
                                                    value,
                                                    value.isEmpty()
                                                            ? page.say("desk.unknown")
                                                            : word(field, value, page)))
                            .toList();
            case "product" -> catalogue(page);
            case "factors" ->
                    policy.priority().stream()
                            .flatMap(priority -> priority.factors().stream())
                            .map(factor -> Urgency.word(factor.factor()))
                            .map(
                                    value ->
                                            new FormPage.Option(
                                                    value, page.word("desk.factor", value)))
                            .toList();
            default -> List.of();
        };
    }

    private static String word(CaseForm.Field field, String value, Page page) {
        return switch (field.name()) {
            case "severity" -> page.word("web.severity", value);
            case "milestone" -> page.word("desk.milestone", value);
            case "clock" -> page.word("desk.clock", value);
            case "warnBy" -> page.word("desk.warn-by", value);
            default -> page.word("desk.choice", value);
        };
    }

    private List<FormPage.Option> catalogue(Page page) {
        List<FormPage.Option> all = new ArrayList<>();
        all.add(new FormPage.Option("", page.say("desk.unknown")));
        for (ProductChanged product : products.all()) {
            all.add(new FormPage.Option(product.id().toString(), product.name().value()));
        }
        return all;
    }
}
