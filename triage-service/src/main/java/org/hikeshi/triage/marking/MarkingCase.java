package org.hikeshi.triage.marking;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.CaseMark;
import org.hikeshi.events.CaseMarked;
import org.hikeshi.triage.access.CaseAct;
import org.hikeshi.triage.casework.Acted;
import org.hikeshi.triage.casework.ActingOnCase;
import org.hikeshi.triage.casework.CaseDesk;
import org.hikeshi.triage.casework.CaseTexts;
import org.hikeshi.triage.casework.EnumWords;
import org.hikeshi.triage.casework.Person;
import org.jspecify.annotations.Nullable;

/** Records that a case is exploited, public or leaked. */
@ApplicationScoped
public class MarkingCase {
    private final ActingOnCase acting;
    private final CaseTexts texts;

    MarkingCase(ActingOnCase acting, CaseTexts texts) {
        this.acting = acting;
        this.texts = texts;
    }

    /**
     * @param mark {@code exploited}, {@code public} or {@code leaked}
     * @param evidence what it rests on; for the desk
     */
    public Acted mark(
            Person person, CaseId caseId, @Nullable String mark, @Nullable String evidence) {
        return acting.act(
                person, caseId, CaseAct.MARK, desk -> marked(desk, person, mark, evidence));
    }

    private Acted marked(
            CaseDesk desk, Person person, @Nullable String given, @Nullable String evidence)
            throws SQLException {
        Optional<CaseMark> mark = EnumWords.read(CaseMark.class, given);
        if (mark.isEmpty()) {
            return Acted.unknownWord("/mark", EnumWords.of(CaseMark.class));
        }
        if (evidence == null || evidence.isBlank()) {
            return Acted.invalid("/evidence", "reason-needed");
        }
        if (desk.facts().all(CaseMarked.class).anyMatch(one -> one.mark() == mark.get())) {
            return Acted.refused("already-marked");
        }
        texts.keep(desk, person, CaseTexts.Kind.MARK, evidence.strip());
        desk.say(new CaseMarked(desk.caseId(), mark.get(), desk.now(), person.id()));
        return Acted.done();
    }
}
