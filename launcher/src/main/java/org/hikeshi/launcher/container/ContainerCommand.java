package org.hikeshi.launcher.container;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hikeshi.launcher.house.DeclaredTopics;
import org.hikeshi.launcher.house.Handout;
import org.hikeshi.launcher.house.Premises;
import org.hikeshi.launcher.house.Refusal;
import org.hikeshi.launcher.house.Wishes;
import org.hikeshi.parts.MailboxMain;
import org.hikeshi.parts.Secrets;

/** The commands of the image {@code hikeshi/tools} but for the gateway. */
public final class ContainerCommand {
    private final Premises premises;
    private final Wishes wishes;
    private final PrintStream out;

    public ContainerCommand(Premises premises, Wishes wishes, PrintStream out) {
        this.premises = premises;
        this.wishes = wishes;
        this.out = out;
    }

    /**
     * {@code prepare DIR [--manifest FILE]}: keeps what it makes in the home folder and hands it
     * out into DIR; the manifest holds secrets and is readable by its owner only.
     */
    public void prepare(List<String> words) throws IOException {
        Optional<String> manifest = Optional.empty();
        if (words.size() == 4 && words.get(2).equals("--manifest")) {
            manifest = Optional.of(words.get(3));
        } else if (words.size() != 2) {
            throw new Refusal(
                    "prepare DIR [--manifest FILE] is expected.",
                    "prepare フォルダー [--manifest ファイル] の形で指定してください。");
        }
        Handout handout =
                Handout.of(
                        premises,
                        wishes,
                        Clock.systemUTC(),
                        !"deployed".equals(System.getenv("HIKESHI_WORKSPACE")));
        Path folder = Path.of(words.get(1)).toAbsolutePath();
        Files.createDirectories(folder);
        handout.to(folder);
        if (manifest.isPresent()) {
            Path file = Path.of(manifest.get()).toAbsolutePath();
            Secrets.write(file, handout.manifest().getBytes(StandardCharsets.UTF_8));
        }
        out.println(
                wishes.japanese()
                        ? "鍵とパスワードを " + folder + " に書き出しました。原本は " + premises.home() + " にあります。"
                        : "Keys and passwords are handed out in "
                                + folder
                                + "; the originals stay in "
                                + premises.home()
                                + ".");
    }

    /** {@code topics}: whatever the broker at {@code HIKESHI_KAFKA} lacks. */
    public void topics(Map<String, String> environment) {
        String broker = environment.getOrDefault("HIKESHI_KAFKA", "");
        if (broker.isBlank()) {
            throw new Refusal(
                    "HIKESHI_KAFKA names no broker (host:port).",
                    "HIKESHI_KAFKA にブローカー(ホスト:ポート)を指定してください。");
        }
        DeclaredTopics.make(broker);
    }

    /** {@code mailbox}: SMTP and IMAP on all addresses of the container, until it is ended. */
    public void mailbox() throws Exception {
        MailboxMain.serve(
                "0.0.0.0", premises.mailbox(), wishes.smtpPort(), wishes.imapPort(), List.of());
    }
}
