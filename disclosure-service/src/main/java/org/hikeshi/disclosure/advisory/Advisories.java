package org.hikeshi.disclosure.advisory;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hikeshi.events.CaseId;

/** Advisories in the database. Called inside a transaction. */
@ApplicationScoped
public class Advisories {
    private final Rows rows;
    private final Edits edits;
    private final Reviews reviews;

    Advisories(Rows rows, Edits edits, Reviews reviews) {
        this.rows = rows;
        this.edits = edits;
        this.reviews = reviews;
    }

    /**
     * The row, held until the transaction ends: whatever is decided about it is decided in order.
     */
    public Optional<Advisory> lock(UUID id) {
        return Optional.ofNullable(rows.findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /**
     * The case of an advisory, before anything else of it is looked at; nothing is held, and the
     * row is not read, so that who locks it afterwards reads it as it is then.
     */
    Optional<About> about(UUID id) {
        return rows.getEntityManager()
                .createQuery(
                        "select a.caseId, a.aboutCase from Advisory a where a.id = :id",
                        Tuple.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .map(
                        row ->
                                new About(
                                        new CaseId(row.get(0, UUID.class)),
                                        row.get(1, Boolean.class)));
    }

    /**
     * What an advisory is about.
     *
     * @param aCase false for a notice without one; its id stands for no case then
     */
    record About(CaseId caseId, boolean aCase) {}

    public Optional<Advisory> find(UUID id) {
        return rows.findByIdOptional(id);
    }

    public List<Advisory> ofCase(CaseId caseId) {
        return rows.list("caseId = ?1 order by createdAt", caseId.value());
    }

    /** Newest work first. */
    public List<Advisory> all() {
        return rows.list("order by editedAt desc");
    }

    /** Unpublished work about cases of which intake has not said how reporters want to be named. */
    List<Advisory> withoutCredits() {
        return rows.list(
                "aboutCase = true and revisions = 0"
                        + " and caseId not in (select w.caseId from CreditWish w)");
    }

    /** The advisory of which a text with this hash is approved, or is or was public. */
    public Optional<Advisory> byApprovedHash(String hash) {
        return rows.find(
                        "approvedHash = ?1 or id in"
                                + " (select r.advisoryId from RevisionRow r where r.hash = ?1)",
                        hash)
                .firstResultOptional();
    }

    /**
     * @param absent for whom who wrote it stood in
     */
    void add(Advisory advisory, Set<String> absent) {
        rows.persist(advisory);
        keepText(advisory, absent);
    }

    void keepText(Advisory advisory, Set<String> absent) {
        edits.persist(EditRow.of(advisory, absent));
    }

    Optional<EditRow> text(Advisory advisory, int number) {
        return edits.findByIdOptional(new EditRow.Key(advisory.id, number));
    }

    Optional<EditRow> text(Advisory advisory, String hash) {
        return edits.find("advisoryId = ?1 and hash = ?2", advisory.id, hash).firstResultOptional();
    }

    /** Who wrote in the text since the last revision went out, and for whom they stood in. */
    Set<String> writers(Advisory advisory) {
        return edits
                .list("advisoryId = ?1 and revisions = ?2", advisory.id, advisory.revisions)
                .stream()
                .flatMap(EditRow::writers)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Everything said about its texts, oldest first. */
    List<ReviewRow> reviews(Advisory advisory) {
        return reviews.list("advisoryId = ?1 order by at, id", advisory.id);
    }

    void add(ReviewRow review) {
        reviews.persist(review);
    }

    boolean taken(String publicId) {
        return rows.count("publicId", publicId) > 0;
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<Advisory, UUID> {}

    @ApplicationScoped
    static class Edits implements PanacheRepositoryBase<EditRow, EditRow.Key> {}

    @ApplicationScoped
    static class Reviews implements PanacheRepositoryBase<ReviewRow, UUID> {}
}
