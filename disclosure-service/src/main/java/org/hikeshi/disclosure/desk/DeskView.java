package org.hikeshi.disclosure.desk;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.hikeshi.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * An advisory as one person sees it at the desk.
 *
 * @param may names of the actions this person may take now
 * @param shortHash as people compare it: 3f9a-c21b
 * @param own whether this person wrote in the text, so that others must judge it
 * @param changedSince parts that differ from the last text that was approved or public
 */
@TemplateData
public record DeskView(
        AdvisoryView advisory,
        String title,
        String shortHash,
        String severity,
        Set<String> may,
        boolean own,
        boolean awaitsMe,
        List<Word> said,
        List<Proposal> proposals,
        List<String> changedSince,
        @Nullable Instant date) {

    /** What somebody said about this or an earlier text. */
    @TemplateData
    public record Word(
            String review,
            boolean accepted,
            boolean current,
            int textNumber,
            String comment,
            Instant at,
            String by) {}

    /** A date proposed or decided; {@code ended} is open, accepted, silence, decided, replaced. */
    @TemplateData
    public record Proposal(Instant date, Instant answerBy, String ended, List<Instant> wishes) {}

    /** What is missing, in sentences. */
    public List<String> lacks(Page page) {
        Shortcomings said = new Shortcomings(page.words(), page.language());
        return advisory.missing().stream().map(said::lack).toList();
    }

    /** What could not be published as it is, in sentences. */
    public List<String> faults(Page page) {
        Shortcomings said = new Shortcomings(page.words(), page.language());
        return advisory.faults().stream().map(said::fault).toList();
    }

    public boolean can(String action) {
        return may.contains(action);
    }

    /** Whether one of the three reviews waits for this person. */
    public boolean canReview(String review) {
        return may.contains("review-" + review);
    }

    /** The one button that stands out: what this person is waited for, before what may be done. */
    public String primary() {
        if (can("approve")) {
            return "approve";
        }
        if (can("publish") && advisory.obstacles().isEmpty()) {
            return "publish";
        }
        for (String review : List.of("technical", "qa", "legal")) {
            if (canReview(review)) {
                return review;
            }
        }
        return can("set-date") || can("move-date") ? "date" : "hold";
    }
}
