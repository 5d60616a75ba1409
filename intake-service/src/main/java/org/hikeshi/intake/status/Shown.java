package org.hikeshi.intake.status;

import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * What the status page shows, in words.
 *
 * @param turn whose turn it is: desk, reporter or nobody
 * @param nextUpdate empty if nothing is due
 * @param proposal null if no date was proposed
 * @param remedy whether a remedy can be checked
 * @param verdict what the reporter said of it, empty if nothing
 * @param objection whether there is a closure to object to
 * @param feedback whether the reporter is asked how it was
 * @param closure why it is closed, empty while it is open
 * @param once names what is sent from this page, so that sending twice counts once
 */
@TemplateData
public record Shown(
        String code,
        String turn,
        String nextUpdate,
        String asOf,
        String asOfIso,
        SeverityShown severity,
        List<StageShown> stages,
        List<PromiseShown> promises,
        ProposalShown proposal,
        boolean remedy,
        String verdict,
        boolean objection,
        boolean feedback,
        String closure,
        List<MessageShown> messages,
        long unread,
        List<FileShown> files,
        List<FileShown> waitingFiles,
        String upload,
        List<EntryShown> timeline,
        boolean reachable,
        String policyVersion,
        String once) {

    /** The one thing to do first: answering a date, checking a remedy, feedback, else writing. */
    public String primary() {
        if (proposal.state().equals("open")) {
            return "date";
        }
        if (remedy && verdict.isEmpty()) {
            return "check";
        }
        return feedback ? "feedback" : "reply";
    }

    /** The values of a group of choices, for the template. */
    public List<String> list(String joined) {
        return List.of(joined.split(",", -1));
    }

    /** The severity; {@code level} is empty until it was told. */
    @TemplateData
    public record SeverityShown(String level, String score, List<String> vectors) {}

    /** One stage of six; {@code step} is done, now, open or not-needed. */
    @TemplateData
    public record StageShown(String name, String step) {}

    /** One promise; {@code state} is one of the clock words, or dropped or late. */
    @TemplateData
    public record PromiseShown(String text, String due, String state) {}

    /** A proposed date; {@code state} is none, open, answered or over. */
    @TemplateData
    public record ProposalShown(
            String state, String id, String date, String dateIso, String answerBy, String zone) {}

    /** One message; {@code answerBy} is empty where no answer is hoped for. */
    @TemplateData
    public record MessageShown(
            String id,
            String from,
            String kind,
            String at,
            String atIso,
            String text,
            String lang,
            String answerBy,
            boolean fresh,
            List<FileShown> files) {}

    /** One file, to be taken home or to be taken away again. */
    @TemplateData
    public record FileShown(String id, String name, String size) {}

    /** One line of the timeline. */
    @TemplateData
    public record EntryShown(String what, String at, String atIso) {}
}
