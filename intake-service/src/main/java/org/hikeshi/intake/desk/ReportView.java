package org.hikeshi.intake.desk;

import io.quarkus.security.identity.SecurityIdentity;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.hikeshi.events.CaseId;
import org.hikeshi.intake.conversation.Conversations;
import org.hikeshi.intake.conversation.Conversations.Conversation;
import org.hikeshi.intake.conversation.Message;
import org.hikeshi.intake.desk.ReportShown.FileShown;
import org.hikeshi.intake.desk.ReportShown.MessageShown;
import org.hikeshi.intake.report.Report;
import org.hikeshi.intake.report.ReportRows;
import org.hikeshi.intake.report.StoredReport;
import org.hikeshi.intake.upload.StoredFile;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.web.Language;
import org.jspecify.annotations.Nullable;

/** Puts a report together for a person of the desk. */
public final class ReportView {

    private final Transactions transactions;
    private final ReportRows rows;
    private final Conversations conversations;

    public ReportView(Transactions transactions, ReportRows rows, Conversations conversations) {
        this.transactions = transactions;
        this.rows = rows;
        this.conversations = conversations;
    }

    ReportShown of(
            StoredReport report,
            CaseId inCase,
            SecurityIdentity who,
            Language language,
            Report.@Nullable Reporter identity) {
        Conversation conversation =
                who.hasRole("security-office")
                        ? conversations.shownTo(Conversations.Reader.DESK, report.id())
                        : conversations.of(report.id());
        byte[] content = transactions.inTransaction(c -> rows.content(c, report.id()));
        return new ReportShown(
                report.id().toString(),
                inCase.toString(),
                report.trackingCode().value(),
                report.receivedAt(),
                transactions.inTransaction(c -> HandedIn.of(c, report.id())).orElse(null),
                report.language() == null ? "both" : report.language(),
                report.policyVersion(),
                report.reachable(),
                Original.of(content),
                files(conversation.files().stream().filter(f -> f.message() == null).toList()),
                conversation.messages().stream()
                        .map(message -> message(message, conversation, language))
                        .toList(),
                who.hasRole("security-office"),
                identity,
                Arrays.stream(Purpose.values()).map(Purpose::written).toList());
    }

    private static MessageShown message(
            Message message, Conversation conversation, Language language) {
        return new MessageShown(
                message.fromDesk() ? "desk" : "reporter",
                message.kind().written(),
                message.at(),
                VisibleText.of(message.in(language)),
                message.staff() == null ? "" : message.staff(),
                message.answerBy(),
                !message.fromDesk() && !message.seen(),
                files(conversation.filesOf(message.id())));
    }

    private static List<FileShown> files(List<StoredFile> files) {
        return files.stream()
                .map(
                        one ->
                                new FileShown(
                                        one.file().id().toString(),
                                        VisibleText.of(one.file().name()),
                                        one.file().size(),
                                        HexFormat.of().formatHex(one.file().sha256())))
                .toList();
    }
}
