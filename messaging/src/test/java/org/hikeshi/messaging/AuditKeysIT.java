package org.hikeshi.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.hikeshi.parts.Database;
import org.hikeshi.trust.KeyDirectory;
import org.hikeshi.trust.KeyEntry;
import org.hikeshi.trust.ServiceIdentity;
import org.hikeshi.trust.audit.Finding;
import org.hikeshi.trust.audit.Verified;
import org.junit.jupiter.api.Test;

/** Nothing is signed with a key whose signature would not count; acts are chained all the same. */
class AuditKeysIT {
    private final Database database = House.database("acts");
    private final AuditHouse acts = AuditHouse.on(database);
    private final ServiceIdentity identity = acts.house.keys.identity(House.TELLER);
    private final AuditSealer sealer = acts.sealer(identity);

    @Test
    void aKeyInWrongHandsSignsNothing() throws Exception {
        acts.act(1);
        sealer.cycle();
        mark(key -> key.compromisedAt(Instant.now()));
        acts.act(2);

        refuses("is marked as compromised");
        assertThat(acts.verified().findings()).isEmpty();
        assertThat(acts.verified().newest()).isEqualTo(1);
        assertThat(acts.verified().last()).as("chained").isEqualTo(2);
    }

    @Test
    void aKeyOutOfItsTimeSignsNothingAndTheNextOneDoes() throws Exception {
        acts.act(1);
        sealer.cycle();
        mark(key -> key.retiredAt(Instant.now()));
        acts.act(2);
        refuses("is before or after its time");
        refuses("is before or after its time");

        acts.house.keys.enter(House.TELLER, "teller-2");
        acts.sealer(acts.house.keys.identity(House.TELLER, "teller-2")).cycle();
        Verified verified = acts.verified();
        assertThat(verified.findings()).isEmpty();
        assertThat(verified.newest()).isEqualTo(2);
    }

    /** The control: what the sealer signed before it asked, the verifier does not let pass. */
    @Test
    void controlTheVerifierFindsWhatSuchAKeySigned() throws Exception {
        acts.act(1);
        sealer.cycle();
        mark(key -> key.compromisedAt(Instant.now().minus(Duration.ofMinutes(5))));

        assertThat(acts.verified().findings())
                .containsExactly(
                        new Finding(House.TELLER, Finding.Kind.CHECKPOINT_KEY_COMPROMISED, 1));
        mark(
                key ->
                        new KeyEntry(
                                key.kid(),
                                key.service(),
                                key.publicKey(),
                                key.from(),
                                key.from(),
                                null));
        assertThat(acts.verified().findings())
                .containsExactly(
                        new Finding(House.TELLER, Finding.Kind.CHECKPOINT_KEY_OUT_OF_TIME, 1));
    }

    private void refuses(String why) {
        assertThatThrownBy(sealer::cycle)
                .isInstanceOf(UnfitKeyException.class)
                .extracting(Failure::describe)
                .asString()
                .startsWith("ALARM: ")
                .endsWith(why);
    }

    private void mark(UnaryOperator<KeyEntry> as) {
        KeyEntry entry = identity.directory().find("teller-1").orElseThrow();
        KeyDirectory.write(acts.house.keys.folder, as.apply(entry));
        identity.directory().refresh();
    }
}
