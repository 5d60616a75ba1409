package org.hikeshi.trust.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hikeshi.trust.KeyDirectory;
import org.hikeshi.trust.audit.Finding.Kind;
import org.junit.jupiter.api.Test;

/** Whatever is done to a record is found; what is allowed is not. */
class ChainVerifierTest {
    private static final int ROUNDS = 1_300;
    private static final Books SOUND = Books.of(Books.INTAKE, 205, 20);

    @Test
    void aSoundRecordIsSound() {
        Verified verified = SOUND.verified();

        assertThat(verified.findings()).isEmpty();
        assertThat(verified.rows()).isEqualTo(205);
        assertThat(verified.checkpoints()).isEqualTo(11);
        assertThat(verified.newest()).isEqualTo(205);
        assertThat(verified.uncovered()).isZero();
        assertThat(verified.wholly()).isTrue();
    }

    /** Thirteen hundred attempts of 26 kinds, each at a place and with a value of its own. */
    @Test
    void everyTamperingIsFound() {
        Map<Tampering, Integer> tried = new EnumMap<>(Tampering.class);
        Random random = new Random(20_261_122);
        Tampering[] all = Tampering.values();
        for (int round = 0; round < ROUNDS; ) {
            Tampering tampering = all[round % all.length];
            Books books = SOUND.copy();
            tampering.on(books, random);
            if (books.same(SOUND)) {
                continue; // a row swapped with itself
            }
            Verified verified = books.verified();
            assertThat(verified.wholly()).as("round %d: %s", round, tampering).isFalse();
            assertThat(verified.sound())
                    .as("round %d: %s", round, tampering)
                    .isEqualTo(!tampering.leavesAFinding());
            tried.merge(tampering, 1, Integer::sum);
            round++;
        }
        assertThat(tried)
                .hasSize(all.length)
                .allSatisfy((_, count) -> assertThat(count).isEqualTo(50));
    }

    @Test
    void controlWithoutTheExportACutTailIsNotFound() {
        Random random = new Random(1);
        for (int round = 0; round < 50; round++) {
            Books books = SOUND.copy();
            Tampering.CUT_THE_TAIL_WITH_ITS_CHECKPOINTS.on(books, random);

            assertThat(books.verifiedWithoutExport().findings()).isEmpty();
            assertThat(books.verified().findings()).isNotEmpty();
        }
    }

    @Test
    void controlWithoutAnyCheckpointARebuiltChainIsNotFound() {
        Books books = SOUND.copy();
        Tampering.EDIT_AND_REBUILD.on(books, new Random(2));
        books.kept.clear();

        assertThat(books.verifiedWithoutExport().findings()).isEmpty();
        assertThat(books.verified().findings()).isNotEmpty();
    }

    @Test
    void findingsNameTheirKindAndPlace() {
        Books cut = SOUND.copy();
        cut.rows.subList(200, 205).clear();
        Books rebuilt = SOUND.copy();
        Books.rechain(Books.SERVICE, rebuilt.rows, 0);
        rebuilt.rows.set(49, Edits.actor(rebuilt.rows.get(49)));
        Books missing = SOUND.copy();
        missing.rows.remove(9);

        assertThat(cut.verified().findings())
                .containsExactly(new Finding("intake", Kind.CUT_OFF, 201));
        assertThat(rebuilt.verified().findings())
                .containsExactly(new Finding("intake", Kind.CONTENT_CHANGED, 50));
        assertThat(missing.verified().findings())
                .containsExactly(
                        new Finding("intake", Kind.ROW_MISSING, 10),
                        new Finding("intake", Kind.CHAIN_BROKEN, 11));
    }

    /**
     * What was chained after the last checkpoint can still be rewritten: it is told, not hidden.
     */
    @Test
    void rowsAfterTheNewestCheckpointAreTold() {
        Books books = SOUND.copy();
        books.kept.removeLast();
        books.exported.removeLast();

        assertThat(books.verified().findings()).isEmpty();
        assertThat(books.verified().uncovered()).isEqualTo(5);
        Books.rechain(Books.SERVICE, books.rows, 0);
        books.rows.removeLast();
        assertThat(books.verified().findings()).isEmpty();
    }

    @Test
    void unsealedRowsAreCountedAndTheirContentJudged() {
        Books books = SOUND.copy();
        AuditRow fresh = Books.fresh(300);
        AuditRow loose = Edits.unsealed(fresh);
        books.rows.add(loose);

        assertThat(books.verified().findings()).isEmpty();
        assertThat(books.verified().unsealed()).isEqualTo(1);
        assertThat(books.verified().open().oldest()).isEqualTo(fresh.at());
        books.rows.set(205, Edits.words(loose, new Random(4)));
        assertThat(books.kinds())
                .isSubsetOf(Kind.CONTENT_CHANGED, Kind.DETAIL_CHANGED)
                .isNotEmpty();
    }

    @Test
    void aCompromisedKeyProvesNothing() {
        KeyDirectory stolen =
                KeyDirectory.of(List.of(Books.entry(Books.INTAKE, Books.BEGIN.plusSeconds(100))));

        assertThat(SOUND.verified(Books.SERVICE, stolen, SOUND.exported).findings())
                .extracting(Finding::kind)
                .containsOnly(Kind.CHECKPOINT_KEY_COMPROMISED);
    }
}
