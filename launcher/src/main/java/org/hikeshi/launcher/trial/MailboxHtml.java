package org.hikeshi.launcher.trial;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hikeshi.launcher.origin.Look;
import org.hikeshi.launcher.origin.Template;
import org.hikeshi.launcher.origin.Tongue;
import org.jspecify.annotations.Nullable;

/**
 * The pages of the mailbox. Every word of a mail is foreign text: escaped, isolated, never
 * rendered.
 */
final class MailboxHtml {
    private static final int MOST_PEOPLE = 12;

    private final Look look;
    private final ZoneId zone;
    private final Pattern ownLink;

    MailboxHtml(Look look, ZoneId zone, String origin) {
        this.look = look;
        this.zone = zone;
        this.ownLink =
                Pattern.compile(Pattern.quote(Look.text(origin)) + "/[A-Za-z0-9/._~%?=&;+-]*");
    }

    String list(Tongue tongue, List<ReadMail> all, @Nullable String to) {
        List<ReadMail> chosen = all.stream().filter(mail -> mail.isFor(to)).toList();
        String main =
                Template.named("mails." + tongue.tag())
                        .with(
                                Map.of(
                                        "count", Integer.toString(chosen.size()),
                                        "people", people(tongue, all, to),
                                        "rows",
                                                chosen.stream()
                                                        .map(mail -> row(tongue, mail))
                                                        .collect(Collectors.joining())));
        return look.page(tongue, tongue.say("Mailbox", "ローカル受信箱"), main);
    }

    private String row(Tongue tongue, ReadMail mail) {
        return "<tr><td data-label=\"%s\">%s</td><td data-label=\"%s\"><bdi>%s</bdi></td><td data-label=\"%s\"><a href=\"/mailbox/%s\"><bdi>%s</bdi></a></td></tr>\n"
                .formatted(
                        tongue.say("Date", "日時"),
                        time(tongue, mail),
                        tongue.say("To", "宛先"),
                        Look.text(String.join(", ", mail.to())),
                        tongue.say("Subject", "件名"),
                        mail.id(),
                        subject(tongue, mail));
    }

    private static String subject(Tongue tongue, ReadMail mail) {
        return mail.subject().isBlank()
                ? tongue.say("(no subject)", "(件名なし)")
                : Look.text(mail.subject());
    }

    /** Links that narrow the list to one person: those who were written to last. */
    private static String people(Tongue tongue, List<ReadMail> all, @Nullable String to) {
        List<String> addresses =
                all.stream()
                        .flatMap(mail -> mail.to().stream())
                        .map(address -> address.toLowerCase(Locale.ROOT))
                        .distinct()
                        .limit(MOST_PEOPLE)
                        .sorted()
                        .toList();
        String links =
                addresses.stream()
                        .map(
                                address ->
                                        " · <a href=\"/mailbox?to=%s\"%s><bdi>%s</bdi></a>"
                                                .formatted(
                                                        URLEncoder.encode(
                                                                address, StandardCharsets.UTF_8),
                                                        address.equalsIgnoreCase(to)
                                                                ? " aria-current=\"true\""
                                                                : "",
                                                        Look.text(address)))
                        .collect(Collectors.joining());
        return "<nav aria-label=\"%s\"><p><a href=\"/mailbox\"%s>%s</a>%s</p></nav>"
                .formatted(
                        tongue.say("By person", "宛先で絞る"),
                        to == null ? " aria-current=\"true\"" : "",
                        tongue.say("All", "すべて"),
                        links);
    }

    String message(Tongue tongue, ReadMail mail) {
        String headers =
                mail.headers().stream()
                        .map(
                                header ->
                                        "<dt>%s</dt><dd><bdi>%s</bdi></dd>\n"
                                                .formatted(
                                                        Look.text(header.name()),
                                                        Look.text(header.value())))
                        .collect(Collectors.joining());
        String attached =
                mail.attachments().stream()
                        .map(
                                name ->
                                        "<p>%s: <bdi>%s</bdi></p>\n"
                                                .formatted(
                                                        tongue.say("Attached", "添付"),
                                                        Look.text(name)))
                        .collect(Collectors.joining());
        String main =
                Template.named("mail." + tongue.tag())
                        .with(
                                Map.of(
                                        "subject", subject(tongue, mail),
                                        "headers", headers,
                                        "texts",
                                                mail.texts().stream()
                                                        .map(text -> shown(tongue, text))
                                                        .collect(Collectors.joining()),
                                        "attached", attached,
                                        "id", mail.id()));
        return look.page(tongue, tongue.say("Mail", "メール"), main);
    }

    private String shown(Tongue tongue, ReadMail.Shown text) {
        return switch (text.kind()) {
            case "text" -> prose(text);
            case "html" ->
                    "<details><summary>%s</summary>%s</details>\n"
                            .formatted(
                                    tongue.say("HTML part, shown as text", "HTML の部分(文字だけ)"),
                                    prose(text));
            default ->
                    "<p>%s</p>\n"
                            .formatted(
                                    tongue.say(
                                            "This mail cannot be decoded; see its source.",
                                            "このメールは読み取れません。ソースを確認してください。"));
        };
    }

    /** Links to our own origin can be followed; any other stays text. */
    private String prose(ReadMail.Shown text) {
        String linked =
                ownLink.matcher(Look.text(text.content()))
                        .replaceAll(
                                found ->
                                        Matcher.quoteReplacement(
                                                "<a href=\""
                                                        + found.group()
                                                        + "\">"
                                                        + found.group()
                                                        + "</a>"));
        return "<div class=\"box prose\">" + linked + "</div>\n";
    }

    private String time(Tongue tongue, ReadMail mail) {
        var format =
                tongue == Tongue.JA
                        ? DateTimeFormatter.ofPattern("uuuu年M月d日(E) HH:mm z", Locale.JAPAN)
                        : DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm z", Locale.UK);
        return "<time datetime=\"%s\">%s</time>"
                .formatted(mail.date(), format.format(mail.date().atZone(zone)));
    }
}
