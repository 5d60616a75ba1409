package org.hikeshi.notifier.acknowledgement;

import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hikeshi.notifier.ledger.Owing;
import org.hikeshi.notifier.ledger.Template;
import org.hikeshi.notifier.letter.Draft;
import org.hikeshi.notifier.letter.Letter;
import org.hikeshi.notifier.letter.Stationery;
import org.hikeshi.notifier.sending.LetterWriter;
import org.hikeshi.policy.ClockName;
import org.hikeshi.policy.Language;
import org.hikeshi.policy.OwnTexts;
import org.hikeshi.policy.Policy;
import org.hikeshi.policy.Promise;
import org.hikeshi.policy.Promises;

/** Writes R1. */
@Singleton
class AcknowledgementLetter implements LetterWriter {
    private final Stationery stationery;

    AcknowledgementLetter(Stationery stationery) {
        this.stationery = stationery;
    }

    @Override
    public Set<Template> templates() {
        return Set.of(Template.RECEIPT);
    }

    @Override
    public Letter write(Owing owing, Policy policy, List<Language> languages) {
        List<Promise> promises =
                Promises.inLetter(policy, owing.causedAt(), EnumSet.copyOf(languages)).stream()
                        .filter(AcknowledgementLetter::stillToCome)
                        .toList();
        return stationery.letter(
                policy,
                languages,
                draft -> draft.words("receipt.subject", owing.trackingCode()),
                draft -> body(draft, owing, promises));
    }

    /** All but the promise that this very mail keeps. */
    private static boolean stillToCome(Promise promise) {
        return !promise.clock().equals(ClockName.RECEIPT_MAIL.written());
    }

    private void body(Draft draft, Owing owing, List<Promise> promises) {
        Policy policy = draft.policy();
        draft.say("receipt.greeting").say("receipt.thanks").prose(sentence(draft, owing, promises));
        draft.fact("receipt.code", owing.trackingCode().value())
                .fact("receipt.received", draft.instant(owing.causedAt()))
                .fact(
                        "receipt.policy",
                        draft.words(
                                "receipt.policy.version",
                                draft.ofPolicy(policy.organisation().name()),
                                policy.version().number()))
                .fact("receipt.status", draft.link("/status"));
        draft.say("receipt.key");
        if (!promises.isEmpty()) {
            draft.heading("receipt.promises")
                    .bullets(promises.stream().map(p -> p.text().get(draft.language())).toList());
        }
        OwnTexts texts = policy.ownTexts();
        legal(draft, "safe-harbour", texts.safeHarbour());
        legal(draft, "privacy", texts.privacy());
        legal(draft, "silence", texts.silence());
        legal(draft, "disclaimer", texts.disclaimer());
        draft.say("receipt.automatic");
    }

    /**
     * The key sentence; without a date where the policy promises none (house numbers are not told).
     */
    private static String sentence(Draft draft, Owing owing, List<Promise> promises) {
        return promises.stream()
                .filter(p -> p.clock().equals(ClockName.CONFIRMATION.written()))
                .findFirst()
                .map(p -> draft.date(p.dueAt()))
                .map(date -> draft.words("receipt.sentence", owing.trackingCode(), date))
                .orElseGet(() -> draft.words("receipt.undated", owing.trackingCode()));
    }

    private static void legal(Draft draft, String name, Optional<Map<Language, String>> text) {
        text.ifPresent(words -> draft.heading("text." + name).prose(draft.ofPolicy(words)));
    }
}
