package org.hikeshi.triage.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.hikeshi.casefile.TellingReporter;
import org.hikeshi.casefile.ToldKind;
import org.hikeshi.messaging.EventIds;
import org.hikeshi.policy.Language;
import org.hikeshi.triage.assessment.ToldText;

/** What the desk writes to all reporters of a case; intake keeps it as part of the conversation. */
@ApplicationScoped
public class WordsToReporter {
    private final TellingReporter telling;

    WordsToReporter(TellingReporter telling) {
        this.telling = telling;
    }

    public void tell(CaseDesk desk, ToldKind kind, ToldText text) throws SQLException {
        UUID id = EventIds.next(desk.now());
        Map<Language, String> texts = new EnumMap<>(Language.class);
        texts.put(Language.JA, text.complete().getOrDefault("ja", ""));
        texts.put(Language.EN, text.complete().getOrDefault("en", ""));
        telling.tell(desk.connection(), desk.caseId(), null, id, kind, texts);
    }
}
