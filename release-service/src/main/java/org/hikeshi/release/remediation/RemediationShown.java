package org.hikeshi.release.remediation;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A remediation as its page shows it.
 *
 * @param etag of the content on the page; every form sends it back
 * @param upload how to send a file of it; null for who may not
 * @param rollsOut whether the person may prepare its rollout now
 * @param primary the one step that is next for this person; empty if there is none
 */
@TemplateData
public record RemediationShown(
        String id,
        String caseId,
        String kind,
        String state,
        String products,
        String version,
        String summary,
        String etag,
        List<FileLine> files,
        List<GateLine> gates,
        List<DecisionLine> history,
        @Nullable TextShown text,
        @Nullable Upload upload,
        Step edit,
        boolean rollsOut,
        Step sign,
        Step release,
        Step draft,
        Step approve,
        String primary) {

    /** The beginning of the content's hash, as mails name it. */
    public String fingerprint() {
        return fingerprint(etag);
    }

    private static String fingerprint(String hash) {
        return hash.substring(0, 4) + "-" + hash.substring(4, 8);
    }

    /**
     * How to send a file.
     *
     * @param models to choose from
     * @param version of a fix; empty where each file has its own
     * @param address over the API, for one of the models
     */
    @TemplateData
    public record Upload(List<String> models, String version, String address) {}

    /** A file. */
    @TemplateData
    public record FileLine(String name, String model, String sha256, long size, boolean signed) {}

    /**
     * A gate.
     *
     * @param outcome {@code open}, {@code passed} or {@code failed}
     */
    @TemplateData
    public record GateLine(
            String gate,
            String role,
            String clause,
            String outcome,
            String by,
            @Nullable Instant at,
            Step step) {
        /** Several gates stand on one page: each field has its gate's name in it. */
        public String outcomeField() {
            return "outcome-" + gate;
        }

        public String evidenceField() {
            return "evidence-" + gate;
        }
    }

    /**
     * One decision ever taken.
     *
     * @param present whether it is about the content on the page
     */
    @TemplateData
    public record DecisionLine(
            String gate, String outcome, String by, Instant at, String evidence, boolean present) {}

    /** The text for customers before publication. */
    @TemplateData
    public record TextShown(
            String hash,
            List<String> ja,
            List<String> en,
            String urgency,
            String howJa,
            String howEn,
            String draftedBy,
            String approvedBy) {

        /** The beginning of the hash, as mails name it. */
        public String fingerprint() {
            return RemediationShown.fingerprint(hash);
        }
    }

    /**
     * Whether this person may take a step.
     *
     * @param possible a button stands here
     * @param refusal why none stands here, a problem's code; empty if it is not theirs at all
     */
    @TemplateData
    public record Step(boolean possible, String refusal) {}
}
