package org.hikeshi.triage.closure;

import jakarta.enterprise.context.ApplicationScoped;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.ProductId;
import org.hikeshi.triage.access.CaseAct;
import org.hikeshi.triage.casework.Acted;
import org.hikeshi.triage.casework.ActingOnCase;
import org.hikeshi.triage.casework.CaseDesk;
import org.hikeshi.triage.casework.CaseTexts;
import org.hikeshi.triage.casework.Person;
import org.hikeshi.triage.facts.DeskFact;
import org.hikeshi.triage.milestone.MilestoneName;
import org.jspecify.annotations.Nullable;

/** The CISO records that a milestone will not come, such as a mitigation that is not possible. */
@ApplicationScoped
public class WaivingMilestone {
    private final ActingOnCase acting;
    private final CaseTexts texts;

    WaivingMilestone(ActingOnCase acting, CaseTexts texts) {
        this.acting = acting;
        this.texts = texts;
    }

    /**
     * As given.
     *
     * @param productId null for all affected products
     */
    public record Waiver(@Nullable ProductId productId, @Nullable String reason) {}

    public Acted waive(Person person, CaseId caseId, String milestone, Waiver waiver) {
        MilestoneName name;
        try {
            name = MilestoneName.parse(milestone);
        } catch (IllegalArgumentException unknown) {
            return new Acted.NotFound();
        }
        return acting.act(
                person, caseId, CaseAct.WAIVE, desk -> waived(desk, person, name, waiver));
    }

    private Acted waived(CaseDesk desk, Person person, MilestoneName name, Waiver waiver) {
        if (!name.perProduct() && name != MilestoneName.DISCLOSED) {
            return Acted.refused("milestone-not-waivable");
        }
        if (waiver.reason() == null || waiver.reason().isBlank()) {
            return Acted.invalid("/reason", "reason-needed");
        }
        texts.keep(desk, person, CaseTexts.Kind.WAIVER, waiver.reason().strip());
        desk.decide(new DeskFact.Waived(name, waiver.productId(), desk.now(), person.id()));
        return Acted.done();
    }
}
