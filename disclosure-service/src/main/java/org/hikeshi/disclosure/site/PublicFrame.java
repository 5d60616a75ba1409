package org.hikeshi.disclosure.site;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hikeshi.casefile.PolicyVersions;
import org.hikeshi.disclosure.csaf.Publisher;
import org.hikeshi.policy.Audience;
import org.hikeshi.policy.Contact;
import org.hikeshi.policy.Policy;
import org.hikeshi.web.Language;
import org.hikeshi.web.Look;
import org.hikeshi.web.Origin;
import org.hikeshi.web.Page;
import org.hikeshi.web.SignedIn;
import org.hikeshi.web.Words;

/** Frames of pages that no request asked for, and who speaks on them. */
@ApplicationScoped
public class PublicFrame {
    private final Words words;
    private final Look look;
    private final Origin origin;
    private final PolicyVersions policies;
    private final String version;

    PublicFrame(
            Words words,
            Look look,
            Origin origin,
            PolicyVersions policies,
            @ConfigProperty(name = "quarkus.application.version", defaultValue = "0")
                    String version) {
        this.words = words;
        this.look = look;
        this.origin = origin;
        this.policies = policies;
        this.version = version;
    }

    Page page(Language language, String path, String titleKey, Object... arguments) {
        return new Page(
                words,
                language,
                look,
                words.say(language, titleKey, arguments),
                path,
                "",
                Page.Audience.PUBLIC,
                false,
                false,
                () -> SignedIn.NOBODY);
    }

    /** First the authoritative one. */
    List<Language> languages() {
        return policies.current().languages().stream()
                .map(language -> Language.valueOf(language.name()))
                .toList();
    }

    Origin origin() {
        return origin;
    }

    Policy policy() {
        return policies.current();
    }

    PolicyVersions policies() {
        return policies;
    }

    /** Who publishes, as CSAF asks. */
    public Publisher publisher() {
        Policy policy = policies.current();
        List<Language> languages = languages();
        return new Publisher(
                languages.getFirst().tag(),
                languages.getLast().tag(),
                look.desk().organisation(languages.getFirst()),
                policy.organisation()
                        .website()
                        .map(site -> site.replaceAll("/+$", ""))
                        .orElse(origin.address()),
                contactMail().orElse(origin.link("/report")),
                origin.address(),
                version);
    }

    /** Where reporters write to. */
    Optional<String> contactMail() {
        return policies.current().contacts().stream()
                .filter(
                        c ->
                                c.audience() == Audience.REPORTERS
                                        || c.audience() == Audience.EVERYBODY)
                .flatMap(contact -> contact.mail().stream())
                .map(Object::toString)
                .findFirst();
    }

    List<Contact> contacts() {
        return policies.current().contacts();
    }
}
