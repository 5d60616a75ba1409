package org.hikeshi.disclosure.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hikeshi.disclosure.advisory.Advisory;
import org.hikeshi.disclosure.advisory.AdvisoryContent;
import org.hikeshi.disclosure.csaf.CsafDocument;
import org.hikeshi.disclosure.site.AdvisoryPages;
import org.hikeshi.disclosure.site.PublicFrame;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.web.Language;

/** What would the public see now: the same pages, made from the present text. */
@ApplicationScoped
public class Preview {
    private final AdvisoryPages pages;
    private final PublicFrame frame;
    private final Revisions revisions;
    private final Transactions transactions;
    private final Clock clock;

    Preview(
            AdvisoryPages pages,
            PublicFrame frame,
            Revisions revisions,
            Transactions transactions,
            Clock clock) {
        this.pages = pages;
        this.frame = frame;
        this.revisions = revisions;
        this.transactions = transactions;
        this.clock = clock;
    }

    public String html(Advisory advisory, AdvisoryContent content, Language language) {
        return pages.html(text(advisory, content), language, true);
    }

    public byte[] csaf(Advisory advisory, AdvisoryContent content) {
        return CsafDocument.of(text(advisory, content), frame.publisher());
    }

    private PublishedText text(Advisory advisory, AdvisoryContent content) {
        List<PublishedText.Revision> history = new ArrayList<>();
        if (advisory.revisions() > 0) {
            transactions.doInTransaction(c -> history.addAll(revisions.of(advisory).history()));
        }
        if (!advisory.publishedIsThis()) {
            Instant now = clock.instant();
            Instant when = advisory.plannedFor().filter(date -> date.isAfter(now)).orElse(now);
            Map<String, String> note = history.isEmpty() ? Map.of() : content.changeNote();
            history.add(new PublishedText.Revision(history.size() + 1, when, note, false));
        }
        return new PublishedText(
                advisory.publicationId().value(), content, advisory.hash().value(), history);
    }
}
