package org.hikeshi.disclosure.knowledge;

import static org.hikeshi.events.EventType.*;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hikeshi.casefile.EventReading;
import org.hikeshi.events.CaseEvent;
import org.hikeshi.events.EventType;
import org.hikeshi.events.MitigationReady;
import org.hikeshi.events.OtaDistributed;
import org.hikeshi.events.PatchReady;
import org.hikeshi.events.RemedyVerified;
import org.hikeshi.events.Scored;
import org.hikeshi.messaging.EventHandler;
import org.hikeshi.messaging.IncomingEvent;
import org.hikeshi.messaging.Outcome;

/** Keeps what triage and release say of a case, then tells those who act on it. */
@Singleton
class HearingOfCases implements EventHandler {
    private final Knowledge knowledge;
    private final List<Listening> listeners;

    HearingOfCases(Knowledge knowledge, @io.quarkus.arc.All List<Listening> listeners) {
        this.knowledge = knowledge;
        this.listeners = listeners;
    }

    @Override
    public Set<String> types() {
        return Stream.of(SCORED, REMEDY_VERIFIED, MITIGATION_READY, PATCH_READY, OTA_DISTRIBUTED)
                .map(EventType::ceType)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Outcome handle(Connection connection, IncomingEvent event) throws SQLException {
        CaseEvent said = EventReading.read(event, CaseEvent.class);
        keep(said, event.value());
        for (Listening listener : listeners) {
            listener.heard(connection, said, event);
        }
        return Outcome.handled();
    }

    private void keep(CaseEvent said, byte[] value) {
        switch (said) {
            case Scored scored -> knowledge.keep(scored, value);
            case RemedyVerified verified ->
                    knowledge.keep(
                            said.caseId(),
                            verified.id().value(),
                            RemedyStage.VERIFIED,
                            verified.at());
            case MitigationReady ready ->
                    knowledge.keep(
                            said.caseId(),
                            ready.id().value(),
                            RemedyStage.MITIGATION_READY,
                            ready.at());
            case PatchReady ready ->
                    knowledge.keep(
                            said.caseId(), ready.id().value(), RemedyStage.PATCH_READY, ready.at());
            case OtaDistributed done ->
                    knowledge.keep(
                            said.caseId(), done.id().value(), RemedyStage.DISTRIBUTED, done.at());
            default -> throw new IllegalArgumentException("not heard here: " + said.type());
        }
    }
}
