package org.hikeshi.disclosure.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hikeshi.disclosure.advisory.AdvisoryAction;
import org.hikeshi.disclosure.advisory.AdvisoryContent;
import org.hikeshi.disclosure.advisory.AdvisoryState;
import org.hikeshi.disclosure.advisory.Dossier;
import org.hikeshi.disclosure.advisory.OpeningDossier;
import org.hikeshi.disclosure.advisory.Person;
import org.hikeshi.disclosure.date.DateProposal;
import org.hikeshi.disclosure.date.Proposals;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.web.Language;

/** Gathers what a page of the desk shows of an advisory. */
@ApplicationScoped
class DeskViews {
    private final ReadingAdvisories reading;
    private final OpeningDossier opening;
    private final Proposals proposals;
    private final Transactions transactions;

    DeskViews(
            ReadingAdvisories reading,
            OpeningDossier opening,
            Proposals proposals,
            Transactions transactions) {
        this.reading = reading;
        this.opening = opening;
        this.proposals = proposals;
        this.transactions = transactions;
    }

    DeskView of(Dossier dossier, Person person, Language language) {
        AdvisoryContent content = dossier.content();
        String title = content.text(language.tag()).title();
        return new DeskView(
                reading.view(dossier),
                title.isEmpty() ? content.text(language.other().tag()).title() : title,
                shortHash(dossier.advisory().hash().value()),
                content.severity().map(s -> s.name().toLowerCase(Locale.ROOT)).orElse("unscored"),
                may(dossier, person),
                person.isAmong(dossier.writers(), dossier.advisory()),
                awaits(dossier, person),
                dossier.said().stream().map(DeskViews::word).toList().reversed(),
                transactions.inTransaction(c -> proposals(dossier)),
                transactions.inTransaction(c -> changed(dossier)),
                dossier.advisory().plannedFor().orElse(null));
    }

    static String shortHash(String hash) {
        return hash.substring(0, 4) + "-" + hash.substring(4, 8);
    }

    private static Set<String> may(Dossier dossier, Person person) {
        Set<String> may = new TreeSet<>();
        for (AdvisoryAction action : AdvisoryAction.values()) {
            if (dossier.may(action, person)) {
                may.add(AdvisoryView.written(action));
            }
        }
        boolean planned = dossier.advisory().plannedFor().isPresent();
        may.remove(planned ? "set-date" : "move-date");
        may.remove(dossier.advisory().held() ? "hold" : "release");
        if (person.isAmong(dossier.advisory().holders(), dossier.advisory())) {
            may.remove("release");
        }
        return may;
    }

    /** Whether the next step is this person's. */
    private static boolean awaits(Dossier dossier, Person person) {
        if (dossier.state() == AdvisoryState.REVIEWED) {
            return dossier.may(AdvisoryAction.APPROVE, person);
        }
        return dossier.asked().stream()
                .filter(review -> !dossier.lastWords().containsKey(review))
                .anyMatch(
                        review ->
                                dossier.may(
                                        AdvisoryAction.valueOf("REVIEW_" + review.name()), person));
    }

    private static DeskView.Word word(Dossier.Said said) {
        return new DeskView.Word(
                said.review(),
                said.accepted(),
                said.current(),
                said.textNumber(),
                said.comment(),
                said.at(),
                said.by());
    }

    private List<DeskView.Proposal> proposals(Dossier dossier) {
        List<DeskView.Proposal> all = new ArrayList<>();
        for (DateProposal one : proposals.of(dossier.advisory().id())) {
            all.add(
                    new DeskView.Proposal(
                            one.date(),
                            one.answerBy(),
                            one.ended().map(AdvisoryView::written).orElse("open"),
                            proposals.wishes(one.id())));
        }
        return all;
    }

    /** Parts that are not as they were when somebody last said something about another text. */
    private List<String> changed(Dossier dossier) {
        Optional<AdvisoryContent> before =
                dossier.said().stream()
                        .filter(said -> !said.current())
                        .reduce((earlier, later) -> later)
                        .flatMap(said -> opening.text(dossier.advisory(), said.textNumber()));
        return before.map(earlier -> differences(earlier, dossier.content())).orElse(List.of());
    }

    private static List<String> differences(AdvisoryContent before, AdvisoryContent now) {
        List<String> parts = new ArrayList<>();
        differ(parts, "texts.ja", before.text("ja"), now.text("ja"));
        differ(parts, "texts.en", before.text("en"), now.text("en"));
        differ(parts, "affected", before.affected(), now.affected());
        differ(parts, "vulnerabilities", before.vulnerabilities(), now.vulnerabilities());
        differ(parts, "remedy", before.remedy(), now.remedy());
        differ(parts, "workaround", before.workaround(), now.workaround());
        differ(parts, "credits", before.credits(), now.credits());
        differ(parts, "changeNote", before.changeNote(), now.changeNote());
        return parts;
    }

    private static void differ(List<String> parts, String name, Object before, Object now) {
        if (!Objects.equals(before, now)) {
            parts.add(name);
        }
    }
}
