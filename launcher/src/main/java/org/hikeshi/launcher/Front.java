package org.hikeshi.launcher;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.hikeshi.launcher.house.Premises;
import org.hikeshi.launcher.house.Terminal;
import org.hikeshi.launcher.house.Wishes;
import org.hikeshi.launcher.origin.AccessLog;
import org.hikeshi.launcher.origin.Look;
import org.hikeshi.launcher.origin.Origin;
import org.hikeshi.launcher.origin.Routes;
import org.hikeshi.launcher.trial.MailboxPages;
import org.hikeshi.launcher.trial.SwitchingPerson;
import org.hikeshi.launcher.trial.TrialDoor;
import org.hikeshi.launcher.trial.TrialPages;
import org.hikeshi.parts.MailFolder;
import org.hikeshi.trust.SessionSeal;

/** The origin with the trial's own pages in it, and the words that tell the person where to go. */
final class Front {
    private final Premises premises;
    private final Wishes wishes;
    private final TrialDoor door;

    private Front(Premises premises, Wishes wishes, TrialDoor door) {
        this.premises = premises;
        this.wishes = wishes;
        this.door = door;
    }

    /**
     * Opens the port; the origin ends with this JVM.
     *
     * @param services where each service listens
     */
    static Front open(
            Premises premises,
            Wishes wishes,
            InetSocketAddress listen,
            Map<String, InetSocketAddress> services,
            Clock clock)
            throws IOException {
        var look = new Look();
        var door = new TrialDoor(premises.trialSecret(), premises.people(), wishes.origin(), clock);
        var mailbox =
                new MailboxPages(
                        new MailFolder(premises.mailbox().resolve("mails")),
                        look,
                        ZoneId.systemDefault(),
                        wishes.origin());
        var people =
                new SwitchingPerson(
                        door.people(),
                        SessionSeal.read(premises.sessionKey()),
                        wishes.origin(),
                        clock,
                        look);
        var origin =
                new Origin(
                        Routes.read(premises.routes()),
                        hosts(wishes),
                        services,
                        look,
                        new TrialPages(door, mailbox, people, look),
                        new AccessLog(premises.log().resolve("origin.log"), clock));
        origin.listen(listen);
        return new Front(premises, wishes, door);
    }

    /**
     * The configured origin only: a page reached by another name would make links that lead
     * elsewhere.
     */
    static List<String> hosts(Wishes wishes) {
        URI origin = URI.create(wishes.origin());
        int port = origin.getPort();
        return port < 0 ? List.of(origin.getHost()) : List.of(origin.getHost() + ":" + port);
    }

    void tell(Terminal terminal) {
        String at = wishes.origin();
        String start = at + "/trial?start=" + door.startToken();
        terminal.line(
                "Ready.    Trial on this machine: nothing is reachable from outside, every mail stays in /mailbox.",
                "準備完了  このマシンだけの試用です。外からは届かず、メールはすべて /mailbox に残ります。");
        terminal.line(
                "  Start here   " + start + "     (works once)",
                "  はじめに     " + start + "     (一度だけ使えます)");
        terminal.line(
                "  Report       "
                        + at
                        + "/report        Desk   "
                        + at
                        + "/desk        Mail   "
                        + at
                        + "/mailbox",
                "  報告する     "
                        + at
                        + "/report        窓口   "
                        + at
                        + "/desk        メール "
                        + at
                        + "/mailbox");
        people(terminal);
        if (System.getenv("SSH_CONNECTION") != null) {
            String tunnel = "ssh -L " + wishes.httpPort() + ":127.0.0.1:" + wishes.httpPort();
            terminal.line(
                    "  From afar    " + tunnel + " <this machine>",
                    "  離れた端末   " + tunnel + " <このマシン>");
        }
        terminal.line(
                "  Stop         ./hikeshi down   data stays; ./hikeshi reset removes it",
                "  終了         ./hikeshi down   データは残ります。./hikeshi reset で消します");
    }

    private void people(Terminal terminal) {
        String ports = "     SMTP " + wishes.smtpPort() + "   IMAP " + wishes.imapPort();
        terminal.line(
                "  People       " + premises.people() + ports,
                "  担当者       " + premises.people() + ports);
    }
}
