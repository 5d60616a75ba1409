package org.hikeshi.launcher.demo;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The mails that left, seen in the trial's mailbox. */
public final class Post {

    /** One mail's envelope. */
    public record Mail(String id, List<String> to, String subject) {}

    private final Door door;
    private final Set<String> seen = new HashSet<>();

    public Post(Door door) {
        this.door = door;
    }

    /** Every mail that arrived since the last call, oldest first. */
    public List<Mail> fresh() {
        List<Mail> fresh = new ArrayList<>();
        for (Object one : door.list("security-office", "/mailbox/api/messages")) {
            JsonObject mail = (JsonObject) one;
            if (seen.add(mail.getString("id"))) {
                List<String> to = new ArrayList<>();
                mail.getJsonArray("to").forEach(address -> to.add(String.valueOf(address)));
                fresh.add(new Mail(mail.getString("id"), to, mail.getString("subject", "")));
            }
        }
        return fresh.reversed();
    }

    /** The mail as it was sent. */
    public String raw(Mail mail) {
        return door.expect(
                        Door.Call.of(
                                        "security-office",
                                        "GET",
                                        "/mailbox/api/messages/" + mail.id(),
                                        null)
                                .with("Accept", "*/*"))
                .text();
    }
}
