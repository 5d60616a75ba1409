package org.hikeshi.notifier.sending;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import jakarta.mail.internet.MimeMessage;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.hikeshi.casefile.PolicyVersions;
import org.hikeshi.mail.MailAddress;
import org.hikeshi.notifier.ledger.InHand;
import org.hikeshi.notifier.ledger.Owing;
import org.hikeshi.notifier.ledger.Template;
import org.hikeshi.notifier.letter.Letter;
import org.hikeshi.notifier.letter.Mime;
import org.hikeshi.policy.Audience;
import org.hikeshi.policy.Contact;
import org.hikeshi.policy.Language;
import org.hikeshi.policy.Policy;

/**
 * Makes the message for a delivery: the right letter, in the reader's language, from the desk of
 * today's policy.
 */
@Singleton
class Correspondence {
    private static final String HIDDEN = "＊＊＊";

    private final Map<Template, LetterWriter> writers;
    private final PolicyVersions policies;
    private final Optional<MailAddress> envelopeSender;
    private final InstantSource clock;

    Correspondence(
            @All List<LetterWriter> writers,
            PolicyVersions policies,
            MailServerSettings settings,
            InstantSource clock) {
        this.writers =
                writers.stream()
                        .flatMap(w -> w.templates().stream().map(t -> Map.entry(t, w)))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        this.policies = policies;
        this.envelopeSender = settings.envelopeSender().map(Correspondence::configured);
        this.clock = clock;
    }

    /** The link of R15 opens something: whoever reads the ledger must not. */
    private static String withoutSecrets(Template template, String text) {
        return template == Template.ACCESS_KEY ? text.replaceAll("https?://\\S+", HIDDEN) : text;
    }

    /** A message, and its plain words as the ledger keeps them. */
    record Written(MimeMessage message, String text) {}

    Written message(InHand delivery, org.hikeshi.notifier.sending.Contact.Reachable reader)
            throws TextUnavailableException {
        Owing owing = delivery.owing();
        LetterWriter writer = writers.get(owing.template());
        if (writer == null) {
            throw new IllegalStateException("nobody writes " + owing.template());
        }
        Policy policy = policies.of(owing.policyVersion().value());
        Letter letter = writer.write(owing, policy, languages(reader.language(), policy));
        Letter sent = reader.name().map(letter::to).orElse(letter);
        // The ledger shows that somebody was greeted by name, and keeps no name (design §5).
        Letter kept = reader.name().isPresent() ? letter.to(HIDDEN) : letter;
        MimeMessage message =
                Mime.of(
                        sent,
                        new Mime.Envelope(
                                desk(), returns(), reader.address(), delivery.messageId()),
                        clock.instant());
        return new Written(message, withoutSecrets(owing.template(), kept.text()));
    }

    /** A message that is about no case: under today's policy. */
    MimeMessage aboutTheHouse(
            BiFunction<Policy, List<Language>, Letter> writer,
            org.hikeshi.notifier.sending.Contact.Reachable reader,
            String messageId) {
        Policy policy = policies.current();
        return Mime.of(
                writer.apply(policy, languages(reader.language(), policy)),
                new Mime.Envelope(desk(), returns(), reader.address(), messageId),
                clock.instant());
    }

    /** One language if it is known, else both, the policy's first one first. */
    private static List<Language> languages(org.hikeshi.events.Language wish, Policy policy) {
        return switch (wish) {
            case JA -> List.of(Language.JA);
            case EN -> List.of(Language.EN);
            case BOTH, UNKNOWN ->
                    policy.firstLanguage() == Language.EN
                            ? List.of(Language.EN, Language.JA)
                            : List.of(Language.JA, Language.EN);
        };
    }

    /** The desk's address; current, since contacts follow today's policy (design §6). */
    MailAddress desk() {
        return policies.current().contacts().stream()
                .filter(Correspondence::speaksToReporters)
                .flatMap(contact -> contact.mail().stream())
                .flatMap(mail -> address(mail.address()).stream())
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "the policy names no mail address for reporters"));
    }

    private MailAddress returns() {
        return envelopeSender.orElseGet(() -> new MailAddress("bounces", desk().domain()));
    }

    private static MailAddress configured(String address) {
        return address(address)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "hikeshi.smtp.envelope-sender is no mail address"));
    }

    private static Optional<MailAddress> address(String typed) {
        return switch (MailAddress.check(typed)) {
            case MailAddress.Good good -> Optional.of(good.address());
            case MailAddress.Refused refused -> Optional.empty();
        };
    }

    private static boolean speaksToReporters(Contact contact) {
        return contact.audience() == Audience.REPORTERS || contact.audience() == Audience.EVERYBODY;
    }

    /** A new Message-ID, globally unique by its random left side (RFC 5322 §3.6.4). */
    String newMessageId() {
        return "<" + UUID.randomUUID() + "@" + desk().domain() + ">";
    }
}
