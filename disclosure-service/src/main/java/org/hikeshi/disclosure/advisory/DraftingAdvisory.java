package org.hikeshi.disclosure.advisory;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hikeshi.casefile.KnownReports;
import org.hikeshi.casefile.PolicyVersions;
import org.hikeshi.disclosure.credit.CreditWishes;
import org.hikeshi.disclosure.knowledge.Knowledge;
import org.hikeshi.events.CaseId;
import org.hikeshi.messaging.AuditLog;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.policy.Language;
import org.hikeshi.policy.Role;
import org.hikeshi.trust.AuditEntry;
import org.hikeshi.web.FieldError;
import org.jspecify.annotations.Nullable;

/** The office writes: a new text, or another one in its place. */
@ApplicationScoped
public class DraftingAdvisory {
    private static final Person HOUSE = new Person("disclosure", Set.of(), anyCase -> true);

    private final Advisories advisories;
    private final OpeningDossier opening;
    private final Prefilling prefilling;
    private final PublicNumbers numbers;
    private final PublicForm form;
    private final AskingPeople asking;
    private final CreditWishes credits;
    private final Knowledge knowledge;
    private final PolicyVersions policies;
    private final KnownReports reports;
    private final AuditLog audit;
    private final Transactions transactions;
    private final Clock clock;

    DraftingAdvisory(
            Advisories advisories,
            OpeningDossier opening,
            Prefilling prefilling,
            PublicNumbers numbers,
            PublicForm form,
            AskingPeople asking,
            CreditWishes credits,
            Knowledge knowledge,
            PolicyVersions policies,
            KnownReports reports,
            AuditLog audit,
            Transactions transactions,
            Clock clock) {
        this.advisories = advisories;
        this.opening = opening;
        this.prefilling = prefilling;
        this.numbers = numbers;
        this.form = form;
        this.asking = asking;
        this.credits = credits;
        this.knowledge = knowledge;
        this.policies = policies;
        this.reports = reports;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A new text. An advisory is about a case; a notice may stand alone. */
    public Result begin(AdvisoryBody body, Person person) {
        Set<Role> writing = new Duties(policies.current().review()).rolesFor(AdvisoryAction.EDIT);
        if (writing.stream().noneMatch(person.roles()::contains)) {
            return new Result.Absent();
        }
        String written = body.kind();
        if (written == null || !(written.equals("SA") || written.equals("SN"))) {
            return new Result.Unfit(List.of(FieldError.at("/kind", "kind-unknown")));
        }
        AdvisoryKind kind = AdvisoryKind.valueOf(written);
        Optional<CaseId> caseId;
        try {
            caseId = Optional.ofNullable(body.caseId()).map(CaseId::parse);
        } catch (IllegalArgumentException noId) {
            return new Result.Unfit(List.of(FieldError.at("/caseId", "case-form")));
        }
        if (kind == AdvisoryKind.SA && caseId.isEmpty()) {
            return new Result.Unfit(List.of(FieldError.at("/caseId", "case-needed")));
        }
        if (caseId.filter(id -> !writesIn(id, writing, person)).isPresent()) {
            return new Result.Absent();
        }
        caseId.ifPresent(credits::refresh);
        return transactions.inTransaction(c -> begin(c, kind, caseId, body, person));
    }

    private static boolean writesIn(CaseId caseId, Set<Role> writing, Person person) {
        return person.team().test(caseId)
                && person.rolesOn().apply(caseId).stream().anyMatch(writing::contains);
    }

    private Result begin(
            Connection connection,
            AdvisoryKind kind,
            Optional<CaseId> caseId,
            AdvisoryBody body,
            Person person)
            throws SQLException {
        ContentReader reader = reader();
        AdvisoryContent content = reader.read(body, prefilling.start(kind, caseId));
        List<FieldError> errors = unfit(reader, body, content);
        if (!errors.isEmpty()) {
            return new Result.Unfit(errors);
        }
        var advisory = new Advisory();
        advisory.id = UUID.randomUUID();
        advisory.caseId = caseId.map(CaseId::value).orElse(advisory.id);
        advisory.aboutCase = caseId.isPresent();
        advisory.kind = kind;
        advisory.createdAt = clock.instant();
        advisory.createdBy = person.id();
        advisory.publicId = numbers.mint(kind, advisory.createdAt);
        advisory.policyVersion = policyVersion(connection, caseId);
        write(advisory, content, person);
        advisories.add(advisory, person.standsInFor(advisory));
        record(connection, advisory, "advisory-begun", person);
        Dossier now = opening.of(advisory);
        asking.settle(connection, now, person);
        return new Result.Done(now);
    }

    /** The version under which the case was received; the present one for a case not heard of. */
    private String policyVersion(Connection connection, Optional<CaseId> caseId)
            throws SQLException {
        return caseId.isEmpty()
                ? policies.currentVersion()
                : reports.of(connection, caseId.get()).stream()
                        .findFirst()
                        .map(report -> report.policyVersion().value())
                        .orElse(policies.currentVersion());
    }

    /**
     * Another text in place of the present one.
     *
     * @param known the hash the person last saw; the edit is refused as stale if it is another now
     */
    public Result edit(UUID id, @Nullable String known, AdvisoryBody body, Person person) {
        transactions
                .inTransaction(c -> opening.open(id, person).map(Dossier::advisory))
                .filter(Advisory::aboutCase)
                .ifPresent(advisory -> credits.refresh(advisory.caseId()));
        return transactions.inTransaction(c -> edit(c, id, known, body, person));
    }

    private Result edit(
            Connection connection,
            UUID id,
            @Nullable String known,
            AdvisoryBody body,
            Person person)
            throws SQLException {
        Optional<Dossier> open = opening.hold(id, person);
        Optional<Result> no =
                Judgement.refusal(open, AdvisoryAction.EDIT, person, Optional.ofNullable(known));
        if (no.isPresent()) {
            return no.get();
        }
        Dossier before = open.orElseThrow();
        ContentReader reader = reader();
        AdvisoryContent content = reader.read(body, before.content());
        Advisory advisory = before.advisory();
        List<FieldError> errors = new ArrayList<>(body.moving(advisory));
        errors.addAll(unfit(reader, body, content));
        if (!errors.isEmpty()) {
            return new Result.Unfit(errors);
        }
        if (ContentForm.hash(ContentForm.bytes(content)).equals(advisory.hash)) {
            return new Result.Done(before); // saving what stands there voids nothing
        }
        asking.withdraw(connection, before);
        write(advisory, content, person);
        advisories.keepText(advisory, person.standsInFor(advisory));
        record(connection, advisory, "advisory-edited", person);
        Dossier now = opening.of(advisory);
        asking.settle(connection, now, person);
        return new Result.Done(now);
    }

    /** Intake did not answer when the text was saved: asked again, and who must act is told. */
    public void askForCreditsAgain(Advisory unanswered) {
        credits.refresh(unanswered.caseId());
        transactions.doInTransaction(
                connection -> {
                    Optional<Advisory> held = advisories.lock(unanswered.id);
                    if (held.isPresent()) {
                        asking.settle(connection, opening.of(held.get()), HOUSE);
                    }
                });
    }

    /** What was sent and cannot be published; what was there before stands in the dossier. */
    private List<FieldError> unfit(
            ContentReader reader, AdvisoryBody body, AdvisoryContent content) {
        return reader.errors().isEmpty()
                ? form.faults(content).stream().filter(fault -> body.sends(fault)).toList()
                : reader.errors();
    }

    private void write(Advisory advisory, AdvisoryContent content, Person person) {
        byte[] written = ContentForm.bytes(content);
        byte[] sealed = opening.seal(advisory, advisory.textNumber + 1, written);
        advisory.edited(ContentForm.hash(written), sealed, clock.instant(), person.id());
    }

    private void record(Connection connection, Advisory advisory, String action, Person person)
            throws SQLException {
        audit.record(
                connection,
                AuditEntry.of(person.id(), action, advisory.id.toString(), clock.instant()));
    }

    private ContentReader reader() {
        Set<String> languages =
                policies.current().languages().stream()
                        .map(Language::code)
                        .collect(Collectors.toUnmodifiableSet());
        return new ContentReader(languages, knowledge::productName);
    }
}
