package org.hikeshi.notifier.reporter;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.hikeshi.notifier.ledger.Owing;
import org.hikeshi.notifier.ledger.Recipient;
import org.hikeshi.notifier.ledger.Template;
import org.hikeshi.notifier.letter.Letter;
import org.hikeshi.notifier.letter.Stationery;
import org.hikeshi.notifier.sending.LetterWriter;
import org.hikeshi.notifier.sending.Neighbours;
import org.hikeshi.notifier.sending.TextUnavailableException;
import org.hikeshi.policy.Language;
import org.hikeshi.policy.Policy;

/**
 * Writes R15: the way to a new access key. The link is asked from intake when the mail is sent and
 * stored nowhere here; without the tracking code it shows nothing, and it works once. The mail does
 * not name the code: who reads it must know that already.
 */
@Singleton
class AccessKeyLetter implements LetterWriter {
    private final Stationery stationery;
    private final Neighbours neighbours;
    private final ObjectMapper json = new ObjectMapper();

    AccessKeyLetter(Stationery stationery, Neighbours neighbours) {
        this.stationery = stationery;
        this.neighbours = neighbours;
    }

    @Override
    public Set<Template> templates() {
        return Set.of(Template.ACCESS_KEY);
    }

    @Override
    public Letter write(Owing owing, Policy policy, List<Language> languages)
            throws TextUnavailableException {
        String path = path(owing);
        return stationery.letter(
                policy,
                languages,
                draft -> draft.words("access-key.subject"),
                draft ->
                        draft.say("reporter.greeting")
                                .say("access-key.sentence")
                                .fact("access-key.link", draft.link(path))
                                .say("access-key.not-you")
                                .say("reporter.foot"));
    }

    private String path(Owing owing) throws TextUnavailableException {
        if (!(owing.recipient() instanceof Recipient.Reporter reporter)) {
            throw new IllegalArgumentException("a way to a key is owed to a reporter");
        }
        byte[] answer =
                neighbours
                        .intake("/internal/reports/" + reporter.report() + "/access-link")
                        .orElseThrow(() -> new TextUnavailableException("intake gives no link"));
        try {
            return json.readTree(answer).path("path").asText();
        } catch (IOException notIntake) {
            throw new TextUnavailableException("intake's answer cannot be read");
        }
    }
}
