package org.hikeshi.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EventCodecTest {

    private final EventCodec codec = new EventCodec();

    @Test
    void whatIsSaidIsRead() throws UnreadableEvent {
        CaseEvent said =
                new ReportReceived(
                        CaseId.random(),
                        ReportId.random(),
                        TrackingCode.generate(new SecureRandom()),
                        null,
                        PolicyVersion.parse("1.0"),
                        Instant.parse("2026-04-01T00:00:00.123456Z"),
                        Source.DESK,
                        Channel.FORM,
                        Language.BOTH,
                        true);
        assertThat(codec.decode(said.type(), codec.encode(said))).isEqualTo(said);
    }
}
