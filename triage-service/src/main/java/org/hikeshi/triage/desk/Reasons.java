package org.hikeshi.triage.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hikeshi.events.CaseId;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.triage.casework.CaseTexts;
import org.hikeshi.triage.casework.CaseTexts.Kind;

/**
 * What people wrote for the desk alone when they decided, asked or looked: sealed, newest first.
 */
@ApplicationScoped
class Reasons {
    private static final List<Kind> FOR_THE_DESK =
            List.of(Kind.MARK, Kind.ESCALATION, Kind.WAIVER, Kind.EMERGENCY);

    private final CaseTexts texts;
    private final Transactions transactions;

    Reasons(CaseTexts texts, Transactions transactions) {
        this.texts = texts;
        this.transactions = transactions;
    }

    /**
     * @param kind {@code mark}, {@code escalation}, {@code waiver} or {@code emergency}
     */
    public record Reason(String kind, Instant at, String by, String text) {}

    List<Reason> of(CaseId caseId) {
        return transactions.inTransaction(
                _ ->
                        FOR_THE_DESK.stream()
                                .flatMap(kind -> of(caseId, kind))
                                .sorted(Comparator.comparing(Reason::at).reversed())
                                .toList());
    }

    private Stream<Reason> of(CaseId caseId, Kind kind) {
        String name = kind.name().toLowerCase(Locale.ROOT);
        return texts.all(caseId, kind).stream()
                .map(one -> new Reason(name, one.at(), one.by(), one.text()));
    }
}
