package org.hikeshi.trust.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.hikeshi.trust.audit.Finding.Kind;
import org.junit.jupiter.api.Test;

/** What the times of rows and checkpoints say, and what an export of some time ago can be told. */
class TimesTest {
    private static final Books SOUND = Books.of(Books.INTAKE, 205, 20);
    private static final Duration LATE = Patience.DEFAULT.late();

    @Test
    void anEndThatWaitsTooLongIsNotWhollyProven() {
        Books books = SOUND.copy();
        books.rows.add(Edits.unsealed(Books.fresh(300, books.asOf)));
        Instant done = books.asOf;

        books.asOf = done.plus(Patience.DEFAULT.tail());
        assertThat(books.verified().wholly()).isTrue();
        books.asOf = books.asOf.plusMillis(1);
        assertThat(books.verified().open().overdue()).isTrue();
        assertThat(books.verified().sound()).isTrue();
    }

    /** Chained is not signed. */
    @Test
    void aChainedEndThatNobodySignsIsNotWhollyProven() {
        Books books = SOUND.copy();
        books.kept.removeLast();
        books.exported.removeLast();
        books.asOf = Books.BEGIN.plus(Patience.DEFAULT.tail());
        assertThat(books.verified().wholly()).isTrue();

        books.asOf = Books.BEGIN.plus(Patience.DEFAULT.tail()).plusSeconds(1);
        assertThat(books.verified().open().overdue()).isTrue();
    }

    @Test
    void aLongEndIsNotWhollyProvenHoweverYoung() {
        Books books = SOUND.copy();
        AuditRow act = Edits.unsealed(Books.fresh(300, books.asOf));
        books.rows.addAll(Collections.nCopies((int) Patience.DEFAULT.most(), act));
        assertThat(books.verified().open().overdue()).isFalse();

        books.rows.add(act);
        assertThat(books.verified().open().overdue()).isTrue();
    }

    /** Clocks differ a little, and a transaction takes its time. */
    @Test
    void aLittleLateIsInOrder() {
        Books books = SOUND.copy();
        books.rows.add(Books.fresh(300, Books.BEGIN.minus(LATE).plusMillis(205)));
        books.seal(Books.BEGIN.plusMillis(205));

        assertThat(books.verified().wholly()).isTrue();
    }

    /** After a night in which the sealer stood, thousands are signed late, in their order. */
    @Test
    void aNightWithoutTheSealerIsToldAndCanBeExplained() {
        Books books = SOUND.copy();
        Instant evening = books.asOf;
        Instant morning = evening.plus(Duration.ofHours(9));
        for (int n = 0; n < 5; n++) {
            books.rows.add(Books.fresh(300 + n, evening.plus(Duration.ofHours(n))));
            books.seal(morning.plusSeconds(n));
        }

        Verified verified = books.verified();
        assertThat(verified.findings()).isEmpty();
        assertThat(verified.late()).isEqualTo(new Verified.Late(5, 206, 210));
        assertThat(books.explained(evening, morning).wholly()).isTrue();
        assertThat(books.explained(evening, morning.minus(Duration.ofHours(1))).late().rows())
                .isEqualTo(5);
        assertThat(books.explained(evening.plus(Duration.ofHours(2)), morning).late())
                .isEqualTo(new Verified.Late(2, 206, 207));
    }

    /** A stolen key can sign under any time, but not before what it follows. */
    @Test
    void aCheckpointDoesNotGoBackInTime() {
        Books books = SOUND.copy();
        books.rows.add(Books.fresh(300, books.asOf.minus(LATE)));
        books.seal(books.asOf.minus(LATE).minusSeconds(10));

        assertThat(books.kinds()).contains(Kind.CHECKPOINT_BACK_IN_TIME);
    }

    /** As a collector of logs gives them: not in order, and some of them twice. */
    @Test
    void theExportNeedsNoOrder() {
        Books books = SOUND.copy();
        List<Checkpoint> twice = new ArrayList<>(books.exported);
        twice.addAll(books.exported.subList(3, 9));
        Collections.shuffle(twice, new Random(5));
        books.exported.clear();
        books.exported.addAll(twice);

        assertThat(books.verified().wholly()).isTrue();
        assertThat(books.verified().checkpoints()).isEqualTo(11);
        books.exported.removeIf(one -> one.number() == 4);
        assertThat(books.verified().findings()).isNotEmpty();
    }

    /** The database's own checkpoints may be a copy of a log too. */
    @Test
    void theirCopyNeedsNoOrderEither() {
        Books books = SOUND.copy();
        books.kept.addAll(SOUND.kept.subList(3, 9));
        Collections.shuffle(books.kept, new Random(6));

        assertThat(books.verified().wholly()).isTrue();
        assertThat(books.verifiedThen().wholly()).isTrue();
    }

    /** Signed is not outside: the database's owner can cut it off. */
    @Test
    void aSignedEndThatDoesNotLeaveTheDatabaseIsNotWhollyProven() {
        Books books = SOUND.copy();
        Instant signed = books.exported.removeLast().at();
        books.asOf = signed.plus(Patience.DEFAULT.tail());
        assertThat(books.verified().wholly()).isTrue();
        assertThat(books.verified().notExported()).isEqualTo(1);

        books.asOf = books.asOf.plusMillis(1);
        assertThat(books.verified().sound()).isTrue();
        assertThat(books.verified().wholly()).isFalse();
        assertThat(books.verified().open().notOutsideSince()).isEqualTo(signed);
    }

    /** Rows up to 100, their checkpoints, and an export that has gone on. */
    @Test
    void anExportOfRowsIsJudgedByTheCheckpointsOfThen() {
        Books books = SOUND.copy();
        books.rows.subList(100, 205).clear();
        books.kept.removeIf(one -> one.sequence() > 100);
        books.asOf = Books.BEGIN.plusSeconds(101);

        assertThat(books.verified().findings()).as("the control").isNotEmpty();
        assertThat(books.verifiedThen().wholly()).isTrue();
        assertThat(books.verifiedThen().later()).isEqualTo(6);
        assertThat(books.verifiedThen().newest()).isEqualTo(100);
    }

    /** Rows and kept checkpoints cut alike: the exported ones are older than the export says. */
    @Test
    void anExportThatWasCutBackIsFoundByWhenItWasMade() {
        Books books = SOUND.copy();
        books.rows.subList(100, 205).clear();
        books.kept.removeIf(one -> one.sequence() > 100);
        books.asOf = Books.BEGIN.plus(LATE).plusSeconds(300);

        assertThat(books.verifiedThen().findings())
                .extracting(Finding::kind)
                .contains(Kind.CUT_OFF, Kind.CHECKPOINT_NOT_IN_DATABASE);
    }
}
