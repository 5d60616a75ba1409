package org.hikeshi.disclosure.publication;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The files of the public site in the database. Called inside a transaction; whoever changes files
 * holds the site's row first, so generations have an order and each is whole.
 */
@ApplicationScoped
public class Site {
    private final Sites sites;
    private final Files files;

    Site(Sites sites, Files files) {
        this.sites = sites;
        this.files = files;
    }

    /** What a replica compares itself with. */
    record Entry(String path, String mediaType, String sha256) {}

    /**
     * Puts files in place of what stands at their paths, as the next generation; nothing happens if
     * all of them stand there already.
     */
    public void put(Collection<SiteFile> changed, Instant now) {
        SiteRow site = held();
        long next = site.generation + 1;
        boolean any = false;
        for (SiteFile file : changed) {
            any |= put(file, next);
        }
        if (any) {
            site.generation = next;
        }
        site.builtAt = now;
    }

    /** Holds the site until the transaction ends. */
    SiteRow held() {
        return sites.findById(SiteRow.ONLY, LockModeType.PESSIMISTIC_WRITE);
    }

    private boolean put(SiteFile file, long generation) {
        SiteFileRow row = files.findById(file.path());
        String sha256 = file.sha256();
        if (row != null && row.sha256.equals(sha256) && row.mediaType.equals(file.mediaType())) {
            return false;
        }
        boolean fresh = row == null;
        SiteFileRow changed = fresh ? new SiteFileRow() : row;
        changed.path = file.path();
        changed.mediaType = file.mediaType();
        changed.sha256 = sha256;
        changed.bytes = file.bytes();
        changed.generation = generation;
        if (fresh) {
            files.persist(changed);
        }
        return true;
    }

    Optional<byte[]> bytes(String path) {
        return files.findByIdOptional(path).map(row -> row.bytes);
    }

    long generation() {
        return sites.findById(SiteRow.ONLY).generation;
    }

    /** When pages were last written; empty before the first time. */
    public Optional<Instant> builtAt() {
        return Optional.ofNullable(sites.findById(SiteRow.ONLY).builtAt);
    }

    /** All files by path, without their bytes. */
    Map<String, Entry> entries() {
        Map<String, Entry> all = new TreeMap<>();
        List<Object[]> rows =
                files.getEntityManager()
                        .createQuery(
                                "select path, mediaType, sha256 from SiteFileRow", Object[].class)
                        .getResultList();
        for (Object[] row : rows) {
            String path = (String) row[0];
            all.put(path, new Entry(path, (String) row[1], (String) row[2]));
        }
        return all;
    }

    @ApplicationScoped
    static class Sites implements PanacheRepositoryBase<SiteRow, Integer> {}

    @ApplicationScoped
    static class Files implements PanacheRepositoryBase<SiteFileRow, String> {}
}
