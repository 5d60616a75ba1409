package org.hikeshi.disclosure.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hikeshi.casefile.PolicyVersions;
import org.hikeshi.disclosure.advisory.Advisories;
import org.hikeshi.disclosure.advisory.Advisory;
import org.hikeshi.disclosure.advisory.AdvisoryAction;
import org.hikeshi.disclosure.advisory.AdvisoryState;
import org.hikeshi.disclosure.advisory.Dossier;
import org.hikeshi.disclosure.advisory.DraftingAdvisory;
import org.hikeshi.disclosure.advisory.Duties;
import org.hikeshi.disclosure.advisory.Lack;
import org.hikeshi.disclosure.advisory.OpeningDossier;
import org.hikeshi.disclosure.advisory.Person;
import org.hikeshi.disclosure.publication.Obstacles;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.policy.Language;

/** What a person may read. */
@ApplicationScoped
class ReadingAdvisories {
    private final Advisories advisories;
    private final OpeningDossier opening;
    private final DraftingAdvisory drafting;
    private final Obstacles obstacles;
    private final PolicyVersions policies;
    private final Transactions transactions;

    ReadingAdvisories(
            Advisories advisories,
            OpeningDossier opening,
            DraftingAdvisory drafting,
            Obstacles obstacles,
            PolicyVersions policies,
            Transactions transactions) {
        this.advisories = advisories;
        this.opening = opening;
        this.drafting = drafting;
        this.obstacles = obstacles;
        this.policies = policies;
        this.transactions = transactions;
    }

    Optional<Dossier> open(UUID id, Person person) {
        Optional<Dossier> open = look(id, person);
        if (open.filter(d -> d.missing().contains(Lack.CREDIT_UNKNOWN.code())).isEmpty()) {
            return open;
        }
        drafting.askForCreditsAgain(open.orElseThrow().advisory());
        return look(id, person);
    }

    private Optional<Dossier> look(UUID id, Person person) {
        return transactions.inTransaction(
                connection ->
                        opening.open(id, person)
                                .filter(dossier -> dossier.may(AdvisoryAction.READ, person)));
    }

    /**
     * The advisory of a path, if this person may try one of these at all. Whether it is the moment,
     * and whether the words are fit, is said to nobody else.
     */
    Optional<UUID> tried(String id, Person person, AdvisoryAction... actions) {
        return Answers.id(id)
                .filter(
                        known ->
                                transactions.inTransaction(
                                        c ->
                                                opening.open(known, person)
                                                        .filter(open -> open.lets(actions, person))
                                                        .isPresent()));
    }

    List<Dossier> all(Person person, Optional<String> caseId) {
        return transactions.inTransaction(
                connection ->
                        advisories.all().stream()
                                .filter(advisory -> ofCase(advisory, caseId))
                                .flatMap(advisory -> opening.open(advisory.id(), person).stream())
                                .filter(dossier -> dossier.may(AdvisoryAction.READ, person))
                                .toList());
    }

    private static boolean ofCase(Advisory advisory, Optional<String> caseId) {
        return caseId.isEmpty() || advisory.caseId().toString().equals(caseId.get());
    }

    AdvisoryView view(Dossier dossier) {
        return AdvisoryView.of(dossier, obstacles(dossier));
    }

    /** What stands in the way; nothing once it is out. */
    List<String> obstacles(Dossier dossier) {
        AdvisoryState state = dossier.state();
        return state == AdvisoryState.PUBLISHED || state == AdvisoryState.WITHDRAWN
                ? List.of()
                : transactions.inTransaction(c -> obstacles.of(dossier.advisory()));
    }

    /** Whether this person writes advisories. */
    boolean mayBegin(Person person) {
        return new Duties(policies.current().review())
                .rolesFor(AdvisoryAction.EDIT).stream().anyMatch(person.roles()::contains);
    }

    /** Tags of the policy's languages. */
    List<String> languages() {
        return policies.current().languages().stream().map(Language::code).toList();
    }
}
