package org.hikeshi.intake.status;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.hikeshi.intake.conversation.Conversations;
import org.hikeshi.intake.conversation.Conversations.Conversation;
import org.hikeshi.intake.conversation.Conversations.Reader;
import org.hikeshi.intake.report.StoredReport;
import org.hikeshi.intake.upload.SentForm;
import org.hikeshi.web.Filled;
import org.hikeshi.web.Language;
import org.hikeshi.web.Page;
import org.hikeshi.web.Visit;
import org.jspecify.annotations.Nullable;

/** The page of one report: fresh, or with a form that could not be taken. */
@RequestScoped
public class StatusPage {

    private final Conversations conversations;
    private final StatusWords words;
    private final Visit visit;

    StatusPage(Conversations conversations, StatusWords words, Visit visit) {
        this.conversations = conversations;
        this.words = words;
        this.visit = visit;
    }

    @CheckedTemplate(basePath = "intake")
    static class Templates {
        static native TemplateInstance status(Page page, Shown shown, Filled form);
    }

    TemplateInstance fresh(StoredReport report) {
        Page page = page(report);
        Conversation conversation = conversations.shownTo(Reader.REPORTER, report.id());
        return Templates.status(
                page, words.of(report, conversation, page.language(), null), Filled.empty());
    }

    /**
     * @param form what was typed and what is wrong with it
     * @param sent the files it brought, null if it could bring none
     */
    TemplateInstance again(StoredReport report, Filled form, @Nullable SentForm sent) {
        Page page = page(report);
        Conversation conversation = conversations.of(report.id());
        return Templates.status(
                form.failed() ? page.withErrors() : page,
                words.of(report, conversation, page.language(), sent),
                form);
    }

    private Page page(StoredReport report) {
        Optional.ofNullable(report.language()).flatMap(Language::of).ifPresent(visit::caseSpeaks);
        return visit.page("status.title", report.trackingCode().value());
    }
}
