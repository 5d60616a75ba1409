package org.hikeshi.trust.audit;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.hikeshi.trust.ServiceIdentity;
import org.hikeshi.trust.SigningKey;

/** What somebody who owns the database, but no key and not the export, may try. */
enum Tampering {
    EDIT {
        @Override
        void on(Books books, Random random) {
            int i = random.nextInt(books.rows.size());
            books.rows.set(i, Edits.any(books.rows.get(i), random));
        }
    },
    EDIT_AND_HASH_THE_CONTENT {
        @Override
        void on(Books books, Random random) {
            int i = random.nextInt(books.rows.size());
            books.rows.set(i, Edits.rehashed(Edits.words(books.rows.get(i), random)));
        }
    },
    EDIT_AND_CHAIN_ONE_ROW {
        @Override
        void on(Books books, Random random) {
            int i = random.nextInt(books.rows.size());
            List<AuditRow> until = books.rows.subList(0, i + 1);
            until.set(i, Edits.rehashed(Edits.words(books.rows.get(i), random)));
            Books.rechain(Books.SERVICE, until, i);
        }
    },
    DELETE {
        @Override
        void on(Books books, Random random) {
            int from = random.nextInt(books.rows.size());
            int to = Math.min(books.rows.size(), from + 1 + random.nextInt(3));
            books.rows.subList(from, to).clear();
        }
    },
    DELETE_THE_FIRST {
        @Override
        void on(Books books, Random random) {
            books.rows.subList(0, 1 + random.nextInt(5)).clear();
        }
    },
    SWAP_WHAT_IS_SAID {
        @Override
        void on(Books books, Random random) {
            int i = random.nextInt(books.rows.size() - 1);
            AuditRow one = books.rows.get(i);
            AuditRow other = books.rows.get(i + 1);
            books.rows.set(i, Edits.saying(one, other));
            books.rows.set(i + 1, Edits.saying(other, one));
        }
    },
    REORDER {
        @Override
        void on(Books books, Random random) {
            Collections.swap(
                    books.rows,
                    random.nextInt(books.rows.size()),
                    random.nextInt(books.rows.size()));
        }
    },
    REORDER_AND_REBUILD {
        @Override
        void on(Books books, Random random) {
            int i = random.nextInt(books.rows.size() - 1);
            Collections.swap(books.rows, i, i + 1);
            Books.rechain(Books.SERVICE, books.rows, i);
        }
    },
    CUT_THE_TAIL {
        @Override
        void on(Books books, Random random) {
            books.rows.subList(random.nextInt(books.rows.size()), books.rows.size()).clear();
        }
    },
    CUT_THE_TAIL_WITH_ITS_CHECKPOINTS {
        @Override
        void on(Books books, Random random) {
            CUT_THE_TAIL.on(books, random);
            books.kept.removeIf(one -> one.sequence() > books.rows.size());
        }
    },
    EDIT_AND_REBUILD {
        @Override
        void on(Books books, Random random) {
            int i = random.nextInt(books.rows.size());
            books.rows.set(i, Edits.rehashed(Edits.words(books.rows.get(i), random)));
            Books.rechain(Books.SERVICE, books.rows, i);
        }
    },
    DELETE_AND_REBUILD {
        @Override
        void on(Books books, Random random) {
            int i = random.nextInt(books.rows.size());
            books.rows.remove(i);
            Books.rechain(Books.SERVICE, books.rows, i);
        }
    },
    INSERT_AND_REBUILD {
        @Override
        void on(Books books, Random random) {
            int i = random.nextInt(books.rows.size());
            books.rows.add(i, Books.fresh(10_000 + random.nextInt(1_000)));
            Books.rechain(Books.SERVICE, books.rows, i);
        }
    },
    REBUILD_AND_SIGN_WITH_A_KEY_OF_ONES_OWN {
        @Override
        void on(Books books, Random random) {
            EDIT_AND_REBUILD.on(books, random);
            String kid = random.nextBoolean() ? "intake-1" : "intake-2";
            Edits.signAgain(
                    books,
                    new ServiceIdentity(
                            Books.SERVICE, SigningKey.generate(kid), Books.INTAKE.directory()));
        }
    },
    REBUILD_AND_SIGN_WITH_ANOTHER_SERVICES_KEY {
        @Override
        void on(Books books, Random random) {
            EDIT_AND_REBUILD.on(books, random);
            Edits.signAgain(
                    books,
                    new ServiceIdentity(
                            Books.SERVICE, Books.TRIAGE.key(), Books.TRIAGE.directory()));
        }
    },
    EDIT_A_CHECKPOINT {
        @Override
        void on(Books books, Random random) {
            int i = random.nextInt(books.kept.size());
            books.kept.set(i, Edits.checkpoint(books.kept.get(i), random));
        }
    },
    EDIT_AN_EXPORTED_CHECKPOINT {
        @Override
        void on(Books books, Random random) {
            int i = random.nextInt(books.exported.size());
            books.exported.set(i, Edits.checkpoint(books.exported.get(i), random));
        }
    },
    DELETE_A_CHECKPOINT {
        @Override
        void on(Books books, Random random) {
            books.kept.remove(random.nextInt(books.kept.size()));
        }
    },
    DELETE_AN_EXPORTED_CHECKPOINT_BEFORE_THE_LAST {
        @Override
        void on(Books books, Random random) {
            books.exported.remove(random.nextInt(books.exported.size() - 1));
        }
    },
    SWAP_CHECKPOINTS_WITH_ANOTHER_SERVICE {
        @Override
        void on(Books books, Random random) {
            Books other = Books.of(Books.TRIAGE, books.rows.size(), 20);
            int i = random.nextInt(books.kept.size());
            (random.nextBoolean() ? books.kept : books.exported).set(i, other.kept.get(i));
        }
    },
    REPEAT_A_ROW {
        @Override
        void on(Books books, Random random) {
            int i = random.nextInt(books.rows.size());
            books.rows.add(i, books.rows.get(i));
        }
    },
    ERASE_DETAILS {
        @Override
        void on(Books books, Random random) {
            int from = random.nextInt(books.rows.size());
            // Two of three rows have one.
            for (int i = from; i < Math.min(books.rows.size(), from + 2); i++) {
                books.rows.set(i, Edits.withoutDetail(books.rows.get(i)));
            }
        }
    },
    ENTER_UNDER_AN_OLD_DATE {
        @Override
        void on(Books books, Random random) {
            Instant old = Books.BEGIN.minusSeconds(601 + random.nextInt(9_000_000));
            books.rows.add(Books.fresh(1_000 + random.nextInt(1_000), old));
            books.seal(books.asOf);
        }
    },
    ENTER_UNDER_A_DATE_TO_COME {
        @Override
        void on(Books books, Random random) {
            Instant coming = books.asOf.plusSeconds(601 + random.nextInt(9_000_000));
            books.rows.add(Books.fresh(1_000 + random.nextInt(1_000), coming));
            books.seal(books.asOf);
        }
    },
    /** No row before it is younger: only the checkpoint knows better. */
    ENTER_LATER_WHAT_SHOULD_HAVE_BEEN_IN_A_QUIET_TIME {
        @Override
        boolean leavesAFinding() {
            return false;
        }

        @Override
        void on(Books books, Random random) {
            books.rows.add(Books.fresh(1_000 + random.nextInt(1_000), books.asOf));
            books.seal(books.asOf.plusSeconds(601 + random.nextInt(9_000_000)));
        }
    },
    /** Whoever holds the sealer's lock can change what waits for it as often as he likes. */
    KEEP_THE_SEALER_OUT {
        @Override
        boolean leavesAFinding() {
            return false;
        }

        @Override
        void on(Books books, Random random) {
            AuditRow act = Books.fresh(1_000 + random.nextInt(1_000), books.asOf);
            books.rows.add(Edits.unsealed(act));
            books.asOf = books.asOf.plusSeconds(121 + random.nextInt(9_000_000));
        }
    };

    /** What leaves no finding leaves the record not wholly proven. */
    boolean leavesAFinding() {
        return true;
    }

    abstract void on(Books books, Random random);
}
