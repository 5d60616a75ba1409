package org.hikeshi.launcher.house;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the person at the terminal chose by environment variables (contract: command line).
 *
 * @param origin the address that every link is built from
 * @param policy a policy file; empty means the one used last, at first the default
 * @param japanese whether to speak Japanese at the terminal ({@code LANG=ja*})
 */
public record Wishes(
        int httpPort,
        int smtpPort,
        int imapPort,
        String origin,
        Optional<Path> policy,
        boolean japanese,
        boolean colour) {

    /** Reads the variables; a port that is no port is a {@link Refusal}. */
    public static Wishes of(Map<String, String> environment) {
        int http = port(environment, "HIKESHI_PORT_HTTP", 8080);
        String language = environment.getOrDefault("LC_ALL", environment.getOrDefault("LANG", ""));
        return new Wishes(
                http,
                port(environment, "HIKESHI_PORT_SMTP", 1025),
                port(environment, "HIKESHI_PORT_IMAP", 1143),
                environment.getOrDefault("HIKESHI_ORIGIN", "http://localhost:" + http),
                Optional.ofNullable(environment.get("HIKESHI_POLICY"))
                        .filter(text -> !text.isBlank())
                        .map(Path::of),
                language.startsWith("ja"),
                "1".equals(environment.get("HIKESHI_COLOUR")));
    }

    private static int port(Map<String, String> environment, String name, int otherwise) {
        String text = environment.getOrDefault(name, "").strip();
        if (text.isEmpty()) {
            return otherwise;
        }
        if (text.matches("[0-9]{1,5}")
                && Integer.parseInt(text) >= 1
                && Integer.parseInt(text) <= 65535) {
            return Integer.parseInt(text);
        }
        throw new Refusal(
                name + " is not a port number between 1 and 65535.",
                name + " は 1 から 65535 までのポート番号にしてください。");
    }
}
