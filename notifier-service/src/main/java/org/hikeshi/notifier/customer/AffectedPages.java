package org.hikeshi.notifier.customer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hikeshi.casefile.CaseAccess;
import org.hikeshi.casefile.PolicyVersions;
import org.hikeshi.events.CaseId;
import org.hikeshi.notifier.telling.CaseFile;
import org.hikeshi.policy.MailName;
import org.hikeshi.policy.Policy;
import org.hikeshi.policy.Telling;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.Page;
import org.hikeshi.web.Visit;

/**
 * Who would be told in a case, and how many of them can be reached, before anything goes out (E5.3,
 * E5.4). Each customer's products are theirs alone; the page is for those on the case.
 */
@RunOnVirtualThread
@Path("/desk/customers/cases/{caseId}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"communications", "security-office", "ciso", "auditor"})
public class AffectedPages {
    private final AffectedCustomers affected;
    private final CaseFile cases;
    private final PolicyVersions policies;
    private final CaseAccess access;
    private final SecurityIdentity who;
    private final Visit visit;

    AffectedPages(
            AffectedCustomers affected,
            CaseFile cases,
            PolicyVersions policies,
            CaseAccess access,
            SecurityIdentity who,
            Visit visit) {
        this.affected = affected;
        this.cases = cases;
        this.policies = policies;
        this.access = access;
        this.who = who;
        this.visit = visit;
    }

    /**
     * One customer.
     *
     * @param name empty for one who is in no registry
     * @param mails which of C1 and C2 they get under the case's policy
     */
    @TemplateData
    public record Row(
            String id, String name, String kind, List<String> products, List<String> mails) {
        public boolean reachable() {
            return !kind.isEmpty();
        }
    }

    /** A mail to customers, and the facts upon which the policy sends it. */
    @TemplateData
    public record Mail(String number, List<String> facts) {}

    /**
     * All of them.
     *
     * @param answered whether release said who they are
     */
    @TemplateData
    public record Sheet(boolean answered, List<Row> rows, List<Mail> mails) {
        public long reachable() {
            return rows.stream().filter(Row::reachable).count();
        }
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance affected(Page page, Sheet sheet, String caseId);
    }

    @GET
    @Reaches(Reach.CASE)
    public TemplateInstance affected(@PathParam("caseId") String given) throws IOException {
        CaseId caseId = access.visible(given, who);
        Page page = visit.page("affected.title").forStaff();
        Optional<List<AffectedCustomers.Each>> all = affected.of(caseId);
        Policy policy =
                cases.facts(caseId)
                        .firstReport()
                        .map(first -> policies.of(first.report().policyVersion().value()))
                        .orElseGet(policies::current);
        List<Row> rows = all.orElse(List.of()).stream().map(one -> row(page, policy, one)).toList();
        List<Mail> mails =
                List.of(MailName.C1, MailName.C2).stream().map(m -> mail(policy, m)).toList();
        return Templates.affected(page, new Sheet(all.isPresent(), rows, mails), caseId.toString());
    }

    @GET
    @Reaches(Reach.CASE)
    @Path("/panel")
    public TemplateInstance panel(@PathParam("caseId") String caseId) throws IOException {
        return affected(caseId);
    }

    private static Row row(Page page, Policy policy, AffectedCustomers.Each one) {
        List<String> mails =
                List.of(MailName.C1, MailName.C2).stream()
                        .filter(mail -> !AffectedCustomers.told(policy, mail).isEmpty())
                        .filter(mail -> one.concernedBy(AffectedCustomers.told(policy, mail)))
                        .map(MailName::name)
                        .toList();
        return new Row(
                one.affected().customerId(),
                one.known().map(Customer::name).orElse(""),
                one.known().map(known -> written(known.kind())).orElse(""),
                one.affected().parts().stream().map(part -> product(page, part)).toList(),
                mails);
    }

    private static String product(Page page, Affected.Part part) {
        return page.say(
                "affected.product",
                part.called(),
                String.join(", ", part.installed()),
                part.units());
    }

    private static Mail mail(Policy policy, MailName mail) {
        return new Mail(
                mail.name(),
                policy.tellings().stream()
                        .filter(telling -> telling.mail() == mail)
                        .map(Telling::when)
                        .map(AffectedPages::written)
                        .distinct()
                        .toList());
    }

    private static String written(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
