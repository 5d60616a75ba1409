package org.hikeshi.release.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TroubleTest {
    @Test
    void wordsOfKnownClients() {
        assertThat(Trouble.of(List.of("ERROR : HASH mismatch : a <--> b")))
                .isEqualTo(Trouble.TAMPERED);
        assertThat(Trouble.of(List.of("refused: downgrade from 2.0 to 1.0")))
                .isEqualTo(Trouble.DOWNGRADE);
        assertThat(Trouble.of(List.of("write failed: No space left on device")))
                .isEqualTo(Trouble.NO_SPACE);
        assertThat(Trouble.of(List.of("Channel operation returned error: curl 56")))
                .isEqualTo(Trouble.CONNECTION);
        assertThat(Trouble.of(List.of())).isEqualTo(Trouble.OTHER);
    }

    @Test
    void theWorstOfSeveralCounts() {
        assertThat(Trouble.of(List.of("connection lost", "Image invalid or corrupted.")))
                .isEqualTo(Trouble.TAMPERED);
    }
}
