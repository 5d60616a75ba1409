package org.hikeshi.intake.form;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hikeshi.casefile.PolicyVersions;
import org.hikeshi.intake.catalogue.ProductNames;
import org.hikeshi.intake.report.ReportRows;
import org.hikeshi.intake.upload.SealedFile;
import org.hikeshi.intake.upload.SentForm;
import org.hikeshi.intake.upload.Sizes;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.policy.OwnTexts;
import org.hikeshi.policy.Policy;
import org.hikeshi.policy.Promise;
import org.hikeshi.policy.PromisedDate;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.Filled;
import org.hikeshi.web.Page;
import org.hikeshi.web.Visit;

/** Shows the form: empty, or as it was left, with what has to be looked at again. */
@RequestScoped
public class ReportFormPage {

    static final String FORM = "report-form";

    private static final List<String> ZONES =
            List.of(
                    "Asia/Tokyo",
                    "UTC",
                    "America/Los_Angeles",
                    "America/New_York",
                    "America/Sao_Paulo",
                    "Asia/Kolkata",
                    "Asia/Seoul",
                    "Asia/Shanghai",
                    "Asia/Singapore",
                    "Asia/Taipei",
                    "Australia/Sydney",
                    "Europe/Berlin",
                    "Europe/Kyiv",
                    "Europe/London",
                    "Pacific/Auckland");

    private final Visit visit;
    private final PolicyVersions policies;
    private final ProductNames products;
    private final Transactions transactions;
    private final ReportRows rows;
    private final InstantSource clock;

    ReportFormPage(
            Visit visit,
            PolicyVersions policies,
            ProductNames products,
            Transactions transactions,
            ReportRows rows,
            InstantSource clock) {
        this.visit = visit;
        this.policies = policies;
        this.products = products;
        this.transactions = transactions;
        this.rows = rows;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "intake")
    static class Templates {
        static native TemplateInstance report(Page page, Filled form, Shown shown);
    }

    /**
     * What the page shows besides the fields.
     *
     * @param confirmation until when a person reads a report sent now, empty if nothing is promised
     * @param waiting how many reports wait for a person now
     * @param products names to choose from; others may be typed
     * @param texts the policy's own words by heading key, only those it has
     * @param upload id under which files are kept, empty if there are none
     */
    @TemplateData
    record Shown(
            String confirmation,
            long waiting,
            List<String> products,
            List<String> models,
            Map<String, String> texts,
            List<String> zones,
            List<KeptFile> files,
            String upload,
            String once) {

        /** The values of a group of choices, for the template. */
        public List<String> list(String joined) {
            return List.of(joined.split(",", -1));
        }
    }

    /** A file that lies sealed and waits for the form. */
    @TemplateData
    record KeptFile(String id, String name, String size) {

        static KeptFile of(SealedFile file) {
            return new KeptFile(file.id().toString(), file.name(), Sizes.of(file.size()));
        }
    }

    TemplateInstance empty() {
        Page page = visit.page("report.title").keeping(FORM);
        Filled form =
                Filled.with(
                        Map.of(
                                "exploitation.status", "unknown",
                                "contact", "mail",
                                "credit", "none",
                                "language", page.language().tag(),
                                "disclosurePlan.zone", zone()),
                        List.of());
        return Templates.report(
                page, form, shown(page, List.of(), "", UUID.randomUUID().toString()));
    }

    TemplateInstance again(SentForm sent, List<FieldError> errors) {
        Page page = visit.page("report.title").keeping(FORM);
        Map<String, List<String>> values = new LinkedHashMap<>(sent.values());
        values.remove("lang");
        values.remove("remove");
        List<KeptFile> files = sent.files().stream().map(KeptFile::of).toList();
        String upload = files.isEmpty() ? "" : sent.upload().id().toString();
        return Templates.report(
                errors.isEmpty() ? page : page.withErrors(),
                new Filled(values, errors),
                shown(page, files, upload, sent.once()));
    }

    private Shown shown(Page page, List<KeptFile> files, String upload, String once) {
        Policy policy = policies.current();
        var language = org.hikeshi.policy.Language.valueOf(page.language().name());
        List<String> zones = new ArrayList<>(List.of(zone()));
        ZONES.stream().filter(zone -> !zones.contains(zone)).forEach(zones::add);
        return new Shown(
                confirmation(policy, language),
                transactions.inTransaction(rows::waiting),
                products.names(),
                products.models(),
                texts(policy, language),
                zones,
                files,
                upload,
                once);
    }

    private String zone() {
        return policies.current().calendar().zone().getId();
    }

    private String confirmation(Policy policy, org.hikeshi.policy.Language language) {
        return policies.promises(policies.currentVersion(), clock.instant()).stream()
                .filter(promise -> promise.clock().equals("confirmation"))
                .map(Promise::dueAt)
                .map(due -> PromisedDate.format(due, language, policy.calendar()))
                .findFirst()
                .orElse("");
    }

    private static Map<String, String> texts(Policy policy, org.hikeshi.policy.Language language) {
        OwnTexts own = policy.ownTexts();
        Map<String, String> texts = new LinkedHashMap<>();
        put(texts, "safe-harbour", own.safeHarbour(), language);
        put(texts, "privacy", own.privacy(), language);
        put(texts, "silence", own.silence(), language);
        return texts;
    }

    private static void put(
            Map<String, String> texts,
            String heading,
            Optional<Map<org.hikeshi.policy.Language, String>> words,
            org.hikeshi.policy.Language language) {
        words.map(both -> both.getOrDefault(language, both.values().iterator().next()))
                .ifPresent(text -> texts.put(heading, text));
    }
}
