package org.hikeshi.launcher.trial;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.hikeshi.launcher.origin.Look;
import org.hikeshi.launcher.origin.Visit;
import org.hikeshi.parts.KeptMail;
import org.hikeshi.parts.MailFolder;
import org.jspecify.annotations.Nullable;

/**
 * {@code /mailbox}: every mail that was sent, as pages and by the API of the contract. Newest
 * first.
 */
public final class MailboxPages implements Predicate<Visit> {
    private static final String PAGE = "/mailbox/";
    private static final String API = "/mailbox/api/messages";

    private final MailFolder folder;
    private final MailboxHtml html;
    private final ZoneId zone;

    /**
     * @param zone of the times shown
     * @param origin links to it in a mail can be followed; others are text
     */
    public MailboxPages(MailFolder folder, Look look, ZoneId zone, String origin) {
        this.folder = folder;
        this.html = new MailboxHtml(look, zone, origin);
        this.zone = zone;
    }

    @Override
    public boolean test(Visit visit) {
        String path = String.valueOf(visit.request().path());
        String to = visit.request().getParam("to");
        if (path.equals(API)) {
            visit.json(200, listed(to).encode());
            return true;
        }
        if (path.equals("/mailbox")) {
            visit.page(200, html.list(visit.tongue(), mails(null), to));
            return true;
        }
        Optional<KeptMail> mail = folder.read(id(path));
        mail.ifPresent(found -> show(visit, found, path));
        return mail.isPresent();
    }

    /** What stands where an id stands; the folder knows whether it is one. */
    private static String id(String path) {
        if (path.startsWith(API + "/")) {
            return path.substring(API.length() + 1);
        }
        return path.startsWith(PAGE) ? path.substring(PAGE.length()).replaceFirst("/raw$", "") : "";
    }

    private void show(Visit visit, KeptMail mail, String path) {
        if (path.startsWith(API)) {
            visit.response(200, "message/rfc822").end(Buffer.buffer(mail.raw()));
        } else if (path.endsWith("/raw")) {
            visit.response(200, "text/plain; charset=utf-8").end(Buffer.buffer(mail.raw()));
        } else {
            visit.page(200, html.message(visit.tongue(), ReadMail.of(mail)));
        }
    }

    private List<ReadMail> mails(@Nullable String to) {
        return folder.mails().stream().map(ReadMail::of).filter(mail -> mail.isFor(to)).toList();
    }

    private JsonArray listed(@Nullable String to) {
        var list = new JsonArray();
        mails(to)
                .forEach(
                        mail ->
                                list.add(
                                        new JsonObject()
                                                .put("id", mail.id())
                                                .put("from", mail.from())
                                                .put("to", new JsonArray(mail.to()))
                                                .put("subject", mail.subject())
                                                .put(
                                                        "date",
                                                        mail.date()
                                                                .atZone(zone)
                                                                .toOffsetDateTime()
                                                                .toString())));
        return list;
    }
}
