package org.hikeshi.launcher.trial;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.hikeshi.launcher.origin.Look;
import org.hikeshi.launcher.origin.Refusals;
import org.hikeshi.launcher.origin.Template;
import org.hikeshi.launcher.origin.Tongue;
import org.hikeshi.launcher.origin.Visit;

/**
 * {@code /trial}: the door, and behind it tiles that say what can be tried and the choice of who to
 * be.
 */
public final class TrialPages implements Predicate<Visit> {
    private final TrialDoor door;
    private final MailboxPages mailbox;
    private final SwitchingPerson people;
    private final Look look;

    public TrialPages(TrialDoor door, MailboxPages mailbox, SwitchingPerson people, Look look) {
        this.door = door;
        this.mailbox = mailbox;
        this.people = people;
        this.look = look;
    }

    @Override
    public boolean test(Visit visit) {
        String path = String.valueOf(visit.request().path());
        String method = visit.request().method().name();
        if (method.equals("POST") && path.startsWith(SwitchingPerson.PATH)) {
            return refused(visit) || people.test(visit);
        }
        if (!method.equals("GET") && !method.equals("HEAD")) {
            return false;
        }
        String token = visit.request().getParam("start");
        if (path.equals("/trial") && token != null && door.redeem(token)) {
            visit.response(303, "text/plain")
                    .putHeader("Set-Cookie", door.newCookie())
                    .putHeader("Location", "/trial")
                    .end();
            return true;
        }
        if (refused(visit)) {
            return true;
        }
        if (path.equals("/trial")) {
            Tongue tongue = visit.tongue();
            visit.page(
                    200,
                    look.page(tongue, tongue.say("Try Hikeshi", "Hikeshi を試す"), tiles(tongue)));
            return true;
        }
        return mailbox.test(visit);
    }

    private boolean refused(Visit visit) {
        Optional<Refusals> refusal = door.refuses(visit);
        refusal.ifPresent(why -> why.to(visit, look));
        return refusal.isPresent();
    }

    private String tiles(Tongue tongue) {
        return Template.named("trial." + tongue.tag())
                .with(Map.of("people", people.buttons(tongue)));
    }
}
