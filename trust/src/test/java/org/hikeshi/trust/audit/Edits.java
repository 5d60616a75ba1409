package org.hikeshi.trust.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.hikeshi.trust.ServiceIdentity;
import org.jspecify.annotations.Nullable;

/** Changes of single fields. */
final class Edits {
    private Edits() {}

    /** Another value in any one column. */
    static AuditRow any(AuditRow row, Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> with(row, row.sequence(), row.detailHash(), row.contentHash(), other(random));
            case 1 ->
                    new AuditRow(
                            random.nextBoolean() ? 0 : row.sequence() + 1 + random.nextInt(300),
                            row.actor(),
                            row.action(),
                            row.subject(),
                            row.at(),
                            row.detailHash(),
                            row.contentHash(),
                            row.chainHash(),
                            row.foundDetail());
            case 2 -> with(row, row.sequence(), row.detailHash(), other(random), row.chainHash());
            case 3 -> with(row, row.sequence(), other(random), row.contentHash(), row.chainHash());
            default -> words(row, random);
        };
    }

    /** Another actor, action, subject, time or detail. */
    static AuditRow words(AuditRow row, Random random) {
        int which = random.nextInt(5);
        Hash detail = which == 4 ? other(random) : row.foundDetail();
        return new AuditRow(
                row.sequence(),
                row.actor() + (which == 0 ? "x" : ""),
                row.action() + (which == 1 ? "x" : ""),
                row.subject() + (which == 2 ? "x" : ""),
                row.at().plusNanos(which == 3 ? 1_000L * (1 + random.nextInt(99)) : 0),
                row.detailHash(),
                row.contentHash(),
                row.chainHash(),
                detail);
    }

    static AuditRow withoutDetail(AuditRow row) {
        return new AuditRow(
                row.sequence(),
                row.actor(),
                row.action(),
                row.subject(),
                row.at(),
                row.detailHash(),
                row.contentHash(),
                row.chainHash(),
                null);
    }

    /** As it was before the sealer came. */
    static AuditRow unsealed(AuditRow row) {
        return new AuditRow(
                0,
                row.actor(),
                row.action(),
                row.subject(),
                row.at(),
                row.detailHash(),
                row.contentHash(),
                null,
                row.foundDetail());
    }

    static AuditRow actor(AuditRow row) {
        return new AuditRow(
                row.sequence(),
                "somebody-else",
                row.action(),
                row.subject(),
                row.at(),
                row.detailHash(),
                row.contentHash(),
                row.chainHash(),
                row.foundDetail());
    }

    private static AuditRow with(
            AuditRow row, long sequence, Hash detail, Hash content, @Nullable Hash chain) {
        return new AuditRow(
                sequence,
                row.actor(),
                row.action(),
                row.subject(),
                row.at(),
                detail,
                content,
                chain,
                row.foundDetail());
    }

    static AuditRow rehashed(AuditRow row) {
        Hash detail = row.foundDetail() == null ? row.detailHash() : row.foundDetail();
        AuditRow told = with(row, row.sequence(), detail, row.contentHash(), row.chainHash());
        return with(told, row.sequence(), detail, told.computedContent(), row.chainHash());
    }

    /** The place of one row, the content of another. */
    static AuditRow saying(AuditRow place, AuditRow content) {
        return new AuditRow(
                place.sequence(),
                content.actor(),
                content.action(),
                content.subject(),
                content.at(),
                content.detailHash(),
                content.contentHash(),
                place.chainHash(),
                content.foundDetail());
    }

    static Hash other(Random random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Hash.of(bytes);
    }

    static void signAgain(Books books, ServiceIdentity signer) {
        List<Checkpoint> all = new ArrayList<>();
        for (Checkpoint one : books.kept) {
            Checkpoint before = all.isEmpty() ? null : all.getLast();
            Hash hash = Books.hashAt(books.rows, (int) one.sequence());
            all.add(Checkpoint.sign(signer, before, one.sequence(), hash, one.at()));
        }
        books.kept.clear();
        books.kept.addAll(all);
    }

    /** Another value in any one field. */
    static Checkpoint checkpoint(Checkpoint one, Random random) {
        int which = random.nextInt(9);
        Instant at = one.at().plusSeconds(which == 5 ? 1 : 0);
        byte[] signature = Base64.getDecoder().decode(one.signature());
        signature[random.nextInt(64)] ^= (byte) (which == 8 ? 1 << random.nextInt(8) : 0);
        return new Checkpoint(
                which == 0 ? Books.OTHER : one.service(),
                one.number() + (which == 1 ? 1 : 0),
                one.sequence() - (which == 2 ? 1 : 0),
                which == 3 ? other(random) : one.chainHash(),
                one.count() + (which == 4 ? 1 : 0),
                at,
                which == 6 ? other(random) : one.previous(),
                which == 7 ? "intake-9" : one.kid(),
                Base64.getEncoder().encodeToString(signature));
    }
}
