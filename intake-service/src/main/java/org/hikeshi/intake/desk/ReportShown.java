package org.hikeshi.intake.desk;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;
import org.hikeshi.intake.report.Report;
import org.jspecify.annotations.Nullable;

/**
 * A report as the desk sees it.
 *
 * @param caseId the case that holds it now
 * @param handedIn null if it came by itself
 * @param mayWrite whether this person writes to reporters and may see who they are
 * @param reachable whether there is an address
 * @param identity who reported, only in the answer to a recorded reveal
 * @param purposes what a reveal may be for
 */
@TemplateData
public record ReportShown(
        String id,
        String caseId,
        String code,
        Instant receivedAt,
        @Nullable HandedIn handedIn,
        String language,
        String policyVersion,
        boolean reachable,
        List<Original.Field> fields,
        List<FileShown> files,
        List<MessageShown> messages,
        boolean mayWrite,
        Report.@Nullable Reporter identity,
        List<String> purposes) {

    /** A file under the name its sender gave it, made visible. */
    @TemplateData
    public record FileShown(String id, String name, long size, String sha256) {}

    /** A message; what an outsider wrote is made visible. */
    @TemplateData
    public record MessageShown(
            String from,
            String kind,
            Instant at,
            String text,
            String staff,
            @Nullable Instant answerBy,
            boolean fresh,
            List<FileShown> files) {}
}
