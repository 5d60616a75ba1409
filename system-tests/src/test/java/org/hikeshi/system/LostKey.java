package org.hikeshi.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Cookie;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hikeshi.system.ReporterClient.Reply;

/**
 * A reporter who lost the access key and has been mailed the link to a new one.
 *
 * @param code the tracking code
 * @param link path of the page that the mail leads to
 */
record LostKey(RunningSystem system, String code, String link) {
    private static final Pattern LINK = Pattern.compile("/status/open/[\\w-]+");

    static LostKey asked(RunningSystem system, String language) throws Exception {
        String address = FirstPromiseE2ET.address();
        String code =
                system.reporter()
                        .report(
                                "{\"description\":\"x\",\"reporter\":{\"email\":\"%s\",\"language\":\"%s\"}}"
                                        .formatted(address, language))
                        .field("trackingCode");
        assertThat(post(system, "/status/lost", code).status()).isEqualTo(200);
        String[] link = new String[1];
        Waiting.until(
                "the mail with the link",
                Duration.ofSeconds(30),
                () -> {
                    for (MailboxClient.Entry mail : system.mailbox().to(address)) {
                        String text =
                                MailboxClient.text(system.mailbox().read(mail), "text/plain")
                                        .orElse("");
                        Matcher found = LINK.matcher(text);
                        if (found.find()) {
                            link[0] = found.group();
                        }
                    }
                    return link[0] != null;
                });
        return new LostKey(system, code, link[0]);
    }

    /** Takes the new key; whoever comes with these cookies sees it. */
    List<Cookie> renewed() throws Exception {
        Reply reply = post(system, link, code);
        assertThat(reply.status()).isEqualTo(303);
        return reply.http().headers().allValues("Set-Cookie").stream().map(this::cookie).toList();
    }

    private Cookie cookie(String header) {
        String[] named = header.split(";", 2)[0].split("=", 2);
        return new Cookie(named[0], named[1]).setUrl(system.origin().toString());
    }

    private static Reply post(RunningSystem system, String path, String code) throws Exception {
        String form = "code=" + URLEncoder.encode(code, StandardCharsets.UTF_8);
        return system.reporter()
                .send(
                        system.reporter()
                                .request(path)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form)));
    }
}
