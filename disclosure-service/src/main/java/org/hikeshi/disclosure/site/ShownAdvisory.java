package org.hikeshi.disclosure.site;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;
import org.hikeshi.events.ModelName;

/**
 * A published text in one language, ready for a page. Empty strings stand for parts that do not
 * apply.
 *
 * @param path of the page without language
 * @param otherPath of the same page in the other language, empty if there is none
 * @param csaf path of the machine-readable document; its hashes and signature stand beside it
 * @param severity {@code critical, high, medium, low} or {@code none}
 * @param hash of the content that was approved
 * @param preview not public yet
 */
@TemplateData
public record ShownAdvisory(
        String id,
        String kind,
        String path,
        String otherPath,
        String csaf,
        boolean signed,
        Prose prose,
        String severity,
        String score,
        String vector,
        List<String> cves,
        List<Row> products,
        List<String> credits,
        String contact,
        boolean contactIsMail,
        String disclaimer,
        List<Change> history,
        Instant publishedAt,
        Instant changedAt,
        boolean revised,
        boolean withdrawn,
        String withdrawnBecause,
        String hash,
        boolean preview) {

    /** The words of one language. */
    @TemplateData
    public record Prose(
            String title,
            String summary,
            String impact,
            String details,
            String whatToDo,
            String remedy,
            String workaround) {}

    /** One product. */
    @TemplateData
    public record Row(
            String product, String model, String versions, String fixed, boolean affected) {
        /** Product and model as one name. */
        public String name() {
            return ModelName.called(product, model);
        }
    }

    /** One revision. */
    @TemplateData
    public record Change(int number, Instant at, String what) {}

    /** The CSAF document as it is called once it lies on the reader's machine. */
    public String csafFile() {
        return csaf.substring(csaf.lastIndexOf('/') + 1);
    }

    public String title() {
        return prose.title();
    }

    public String summary() {
        return prose.summary();
    }

    public String impact() {
        return prose.impact();
    }

    public String details() {
        return prose.details();
    }

    public String whatToDo() {
        return prose.whatToDo();
    }

    public String remedy() {
        return prose.remedy();
    }

    public String workaround() {
        return prose.workaround();
    }
}
