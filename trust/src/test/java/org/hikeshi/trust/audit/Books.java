package org.hikeshi.trust.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.hikeshi.trust.AuditEntry;
import org.hikeshi.trust.KeyDirectory;
import org.hikeshi.trust.KeyEntry;
import org.hikeshi.trust.ServiceIdentity;
import org.hikeshi.trust.SigningKey;
import org.jspecify.annotations.Nullable;

/** A record in memory: rows, the database's checkpoints, and those that left it. */
final class Books {
    static final String SERVICE = "intake";
    static final String OTHER = "triage";
    static final Instant BEGIN = Instant.parse("2026-04-01T00:00:00Z");
    static final ServiceIdentity INTAKE = identity(SERVICE);
    static final ServiceIdentity TRIAGE = identity(OTHER);
    static final KeyDirectory KEYS =
            KeyDirectory.of(List.of(entry(INTAKE, null), entry(TRIAGE, null)));

    final List<AuditRow> rows = new ArrayList<>();
    final List<Checkpoint> kept = new ArrayList<>();
    final List<Checkpoint> exported = new ArrayList<>();

    /** When somebody verifies. */
    Instant asOf = BEGIN;

    static ServiceIdentity identity(String service) {
        return new ServiceIdentity(
                service, SigningKey.generate(service + "-1"), KeyDirectory.of(List.of()));
    }

    static KeyEntry entry(ServiceIdentity who, @Nullable Instant compromised) {
        return new KeyEntry(
                who.key().kid(),
                who.service(),
                who.key().publicKey(),
                BEGIN.minusSeconds(1),
                null,
                compromised);
    }

    /** So many rows, and a checkpoint after every {@code rhythm} of them and after the last. */
    static Books of(ServiceIdentity identity, int count, int rhythm) {
        Books books = new Books();
        for (int n = 1; n <= count; n++) {
            books.rows.add(fresh(n));
            rechain(identity.service(), books.rows, n - 1);
            if (n % rhythm == 0 || n == count) {
                Checkpoint before = books.kept.isEmpty() ? null : books.kept.getLast();
                books.kept.add(
                        Checkpoint.sign(
                                identity, before, n, hashAt(books.rows, n), BEGIN.plusSeconds(n)));
            }
        }
        books.exported.addAll(books.kept);
        books.asOf = BEGIN.plusSeconds(count + 1);
        return books;
    }

    static AuditRow fresh(int n) {
        return fresh(n, BEGIN.plusMillis(n));
    }

    static AuditRow fresh(int n, Instant at) {
        byte[] detail = n % 3 == 0 ? new byte[0] : ("sealed " + n).getBytes(StandardCharsets.UTF_8);
        AuditEntry entry =
                new AuditEntry("staff-" + n % 5, "act-" + n % 7, "case-" + n % 11, at, detail);
        Hash detailHash = Hash.of(entry.detailHash());
        return new AuditRow(
                n,
                entry.actor(),
                entry.action(),
                entry.subject(),
                entry.at(),
                detailHash,
                Hash.of(entry.contentHash()),
                Hash.NONE,
                detailHash);
    }

    static Hash hashAt(List<AuditRow> rows, int sequence) {
        Hash hash = rows.get(sequence - 1).chainHash();
        if (hash == null) {
            throw new IllegalStateException("row " + sequence + " is not chained");
        }
        return hash;
    }

    /** Numbers and chains the rows anew from an index on, as somebody who owns the database can. */
    static void rechain(String service, List<AuditRow> rows, int from) {
        for (int i = from; i < rows.size(); i++) {
            Hash before = i == 0 ? Hash.NONE : hashAt(rows, i);
            AuditRow row = rows.get(i);
            Hash content = row.computedContent();
            rows.set(
                    i,
                    new AuditRow(
                            i + 1,
                            row.actor(),
                            row.action(),
                            row.subject(),
                            row.at(),
                            row.detailHash(),
                            content,
                            AuditChain.link(service, i + 1, before, content),
                            row.foundDetail()));
        }
    }

    /** What a sealer does that knows nothing of it: chains the last row and signs for it. */
    void seal(Instant at) {
        rechain(SERVICE, rows, rows.size() - 1);
        Checkpoint before = kept.isEmpty() ? null : kept.getLast();
        Checkpoint next =
                Checkpoint.sign(INTAKE, before, rows.size(), hashAt(rows, rows.size()), at);
        kept.add(next);
        exported.add(next);
        asOf = at.plusSeconds(1);
    }

    Books copy() {
        Books copy = new Books();
        copy.rows.addAll(rows);
        copy.kept.addAll(kept);
        copy.exported.addAll(exported);
        copy.asOf = asOf;
        return copy;
    }

    Verified verified() {
        return verified(SERVICE, KEYS, exported);
    }

    Verified verifiedWithoutExport() {
        return verified(SERVICE, KEYS, List.of());
    }

    Verified verified(String service, KeyDirectory keys, Collection<Checkpoint> outside) {
        return judged(service, keys, new Checkpoints(List.copyOf(outside), List.of(), kept, true));
    }

    /** As rows that were exported, with the database's checkpoints of then. */
    Verified verifiedThen() {
        return judged(SERVICE, KEYS, new Checkpoints(exported, List.of(), kept, false));
    }

    /** With somebody's word for when the sealer stood still. */
    Verified explained(Instant from, Instant to) {
        Patience usual = Patience.DEFAULT;
        return judged(
                SERVICE,
                KEYS,
                new Checkpoints(exported, List.of(), kept, true),
                new Patience(
                        usual.late(),
                        usual.tail(),
                        usual.most(),
                        List.of(new Patience.Period(from, to))));
    }

    private Verified judged(String service, KeyDirectory keys, Checkpoints checkpoints) {
        return judged(service, keys, checkpoints, Patience.DEFAULT);
    }

    private Verified judged(
            String service, KeyDirectory keys, Checkpoints checkpoints, Patience patience) {
        ChainVerifier verifier = new ChainVerifier(service, keys, checkpoints, asOf, patience);
        rows.forEach(verifier::row);
        return verifier.end();
    }

    List<Finding.Kind> kinds() {
        return verified().findings().stream().map(Finding::kind).distinct().toList();
    }

    List<Integer> indices() {
        return IntStream.range(0, rows.size()).boxed().toList();
    }

    boolean same(Books other) {
        return rows.equals(other.rows)
                && kept.equals(other.kept)
                && exported.equals(other.exported);
    }
}
