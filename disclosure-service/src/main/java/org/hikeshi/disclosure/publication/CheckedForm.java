package org.hikeshi.disclosure.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.hikeshi.disclosure.advisory.Advisory;
import org.hikeshi.disclosure.advisory.AdvisoryContent;
import org.hikeshi.disclosure.advisory.PublicForm;
import org.hikeshi.disclosure.csaf.CsafFaults;
import org.hikeshi.disclosure.csaf.CsafProvider;
import org.hikeshi.disclosure.site.PublicFrame;
import org.hikeshi.web.FieldError;

/** Judges a draft by the document it would become, so that its publication cannot fail for it. */
@ApplicationScoped
class CheckedForm implements PublicForm {
    private final PublicFrame frame;
    private final Clock clock;

    CheckedForm(PublicFrame frame, Clock clock) {
        this.frame = frame;
        this.clock = clock;
    }

    @Override
    public List<FieldError> faults(AdvisoryContent content) {
        return CsafFaults.of(content);
    }

    @Override
    public List<FieldError> faultsOfWhole(Advisory advisory, AdvisoryContent content) {
        var first = new PublishedText.Revision(1, clock.instant(), Map.of(), false);
        var text =
                new PublishedText(
                        advisory.publicationId().value(),
                        content,
                        advisory.hash().value(),
                        List.of(first));
        return CsafProvider.broken(text, frame.publisher()).stream()
                .map(rule -> FieldError.at("/csaf/" + rule, "csaf-rule"))
                .toList();
    }
}
