package org.hikeshi.intake.status;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.hikeshi.casefile.PolicyVersions;
import org.hikeshi.events.FixChecked;
import org.hikeshi.intake.conversation.Conversations.Conversation;
import org.hikeshi.intake.conversation.Conversations.Reader;
import org.hikeshi.intake.conversation.Message;
import org.hikeshi.intake.coordination.Footing;
import org.hikeshi.intake.coordination.ReporterAct;
import org.hikeshi.intake.report.StoredReport;
import org.hikeshi.intake.status.Shown.EntryShown;
import org.hikeshi.intake.status.Shown.FileShown;
import org.hikeshi.intake.status.Shown.MessageShown;
import org.hikeshi.intake.status.Shown.PromiseShown;
import org.hikeshi.intake.status.Shown.ProposalShown;
import org.hikeshi.intake.status.Shown.SeverityShown;
import org.hikeshi.intake.status.Shown.StageShown;
import org.hikeshi.intake.upload.SentForm;
import org.hikeshi.intake.upload.Sizes;
import org.hikeshi.intake.upload.StoredFile;
import org.hikeshi.policy.BusinessCalendar;
import org.hikeshi.policy.Language;
import org.hikeshi.policy.PromisedDate;
import org.jspecify.annotations.Nullable;

/** Puts a standing into the words and dates of the status page, in the policy's zone. */
public final class StatusWords {

    private final ReportStanding standings;
    private final StatusAnswers sentences;
    private final PolicyVersions policies;
    private final InstantSource clock;

    public StatusWords(
            ReportStanding standings,
            StatusAnswers sentences,
            PolicyVersions policies,
            InstantSource clock) {
        this.standings = standings;
        this.sentences = sentences;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * @param sent a form that could not be taken and comes back with its files, null on a fresh
     *     page
     */
    Shown of(
            StoredReport report,
            Conversation conversation,
            org.hikeshi.web.Language spoken,
            @Nullable SentForm sent) {
        Language language = Language.valueOf(spoken.name());
        BusinessCalendar calendar = policies.of(report.policyVersion()).calendar();
        Dates dates = new Dates(language, calendar);
        Standing standing = standings.of(report, conversation);
        Footing footing = standing.footing();
        Instant now = clock.instant();
        return new Shown(
                report.trackingCode().value(),
                StatusAnswers.word(standing.whoseTurn()),
                standing.nextUpdateDue().map(dates::due).orElse(""),
                dates.moment(now),
                now.toString(),
                severity(standing),
                stages(standing),
                promises(standing, dates),
                proposal(footing, dates),
                footing.allows(ReporterAct.CHECK_FIX),
                footing.verdict().map(FixChecked::verdict).map(StatusAnswers::word).orElse(""),
                footing.allows(ReporterAct.OBJECT),
                footing.allows(ReporterAct.GIVE_FEEDBACK),
                standing.closure().map(StatusAnswers::word).orElse(""),
                messages(conversation, spoken, report, dates),
                conversation.unread(Reader.REPORTER),
                files(conversation.files().stream().filter(f -> f.message() == null).toList()),
                waiting(sent),
                sent == null || sent.files().isEmpty() ? "" : sent.upload().id().toString(),
                timeline(standing, dates),
                report.reachable(),
                report.policyVersion(),
                sent == null ? UUID.randomUUID().toString() : sent.once());
    }

    /** Dates of this page. */
    private record Dates(Language language, BusinessCalendar calendar) {

        String due(Instant at) {
            return PromisedDate.format(at, language, calendar);
        }

        String moment(Instant at) {
            return PromisedDate.instant(at, language, calendar.zone());
        }
    }

    private static SeverityShown severity(Standing standing) {
        return standing.rating()
                .map(
                        one ->
                                new SeverityShown(
                                        one.level(),
                                        one.score() == null ? "" : one.score().toPlainString(),
                                        one.vectors()))
                .orElse(new SeverityShown("", "", List.of()));
    }

    private static List<StageShown> stages(Standing standing) {
        return standing.steps().entrySet().stream()
                .map(
                        step ->
                                new StageShown(
                                        StatusAnswers.word(step.getKey()),
                                        StatusAnswers.word(step.getValue())))
                .toList();
    }

    private List<PromiseShown> promises(Standing standing, Dates dates) {
        return standing.promises().stream()
                .map(
                        kept ->
                                new PromiseShown(
                                        sentences.sentence(kept, dates.language()),
                                        dates.due(kept.dueAt()),
                                        state(kept.state())))
                .toList();
    }

    private static String state(Kept.State state) {
        return switch (state) {
            case OPEN -> "kept";
            case MET -> "met";
            case LATE -> "late";
            case OVERDUE -> "breached";
            case DROPPED -> "dropped";
        };
    }

    private static ProposalShown proposal(Footing footing, Dates dates) {
        return footing.proposed()
                .map(
                        one ->
                                new ProposalShown(
                                        StatusAnswers.word(footing.proposal()),
                                        one.proposal().toString(),
                                        dates.moment(one.date()),
                                        one.date().toString(),
                                        dates.due(one.answerBy()),
                                        dates.calendar().zone().getId()))
                .orElse(new ProposalShown("none", "", "", "", "", ""));
    }

    private static List<MessageShown> messages(
            Conversation conversation,
            org.hikeshi.web.Language spoken,
            StoredReport report,
            Dates dates) {
        return conversation.messages().stream()
                .map(message -> message(message, conversation, spoken, report, dates))
                .toList()
                .reversed();
    }

    private static MessageShown message(
            Message message,
            Conversation conversation,
            org.hikeshi.web.Language spoken,
            StoredReport report,
            Dates dates) {
        String own = report.language() == null ? "und" : report.language();
        boolean written = message.texts().containsKey(Message.AS_WRITTEN);
        Instant answerBy = message.answerBy();
        return new MessageShown(
                message.id().toString(),
                message.fromDesk() ? "desk" : "reporter",
                message.kind().written(),
                dates.moment(message.at()),
                message.at().toString(),
                message.in(spoken),
                written ? own : spoken.tag(),
                answerBy == null ? "" : dates.due(answerBy),
                message.fromDesk() && !message.seen(),
                files(conversation.filesOf(message.id())));
    }

    private static List<FileShown> files(List<StoredFile> files) {
        return files.stream()
                .map(
                        one ->
                                new FileShown(
                                        one.file().id().toString(),
                                        one.file().name(),
                                        Sizes.of(one.file().size())))
                .toList();
    }

    private static List<FileShown> waiting(@Nullable SentForm sent) {
        return sent == null
                ? List.of()
                : sent.files().stream()
                        .map(
                                file ->
                                        new FileShown(
                                                file.id().toString(),
                                                file.name(),
                                                Sizes.of(file.size())))
                        .toList();
    }

    private static List<EntryShown> timeline(Standing standing, Dates dates) {
        return standing.timeline().stream()
                .map(
                        entry ->
                                new EntryShown(
                                        entry.what(),
                                        dates.moment(entry.at()),
                                        entry.at().toString()))
                .toList();
    }
}
