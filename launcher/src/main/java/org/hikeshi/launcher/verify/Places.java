package org.hikeshi.launcher.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.hikeshi.launcher.house.Premises;
import org.hikeshi.launcher.house.Refusal;
import org.hikeshi.trust.audit.Patience;

/**
 * Where everything is. {@code {service}} in the address, the user and the password file stands for
 * the service's name.
 *
 * @param rows folder with exported records to be read instead of databases
 * @param export folder to write such records to
 */
record Places(
        List<String> services,
        String database,
        String user,
        String passwordFile,
        Path keys,
        Path checkpoints,
        Optional<Path> rows,
        Optional<Path> export,
        Patience patience) {
    private static final String SERVICE = "{service}";
    private static final Set<String> OPTIONS =
            Set.of(
                    "--service",
                    "--database",
                    "--user",
                    "--password-file",
                    "--keys",
                    "--checkpoints",
                    "--rows",
                    "--export",
                    "--tail",
                    "--late",
                    "--stood-still");

    /** What the words say; what they do not say is that of the trial in this folder. */
    static Places of(List<String> words, Premises premises) throws IOException {
        Map<String, List<String>> said = new HashMap<>();
        for (int i = 0; i < words.size(); i += 2) {
            String option = words.get(i);
            if (!OPTIONS.contains(option) || i + 1 >= words.size() || words.get(i + 1).isEmpty()) {
                throw unknown(option);
            }
            said.computeIfAbsent(option, _ -> new ArrayList<>()).add(words.get(i + 1));
        }
        Optional<Path> rows = last(said, "--rows").map(Path::of);
        Optional<String> database = last(said, "--database");
        return new Places(
                said.getOrDefault("--service", Premises.SERVICES),
                database.isEmpty() && rows.isEmpty() ? trial(premises) : database.orElse(""),
                last(said, "--user").orElse(SERVICE),
                last(said, "--password-file")
                        .orElseGet(() -> premises.databasePassword(SERVICE).toString()),
                last(said, "--keys").map(Path::of).orElseGet(premises::keys),
                last(said, "--checkpoints").map(Path::of).orElseGet(premises::checkpoints),
                rows,
                last(said, "--export").map(Path::of),
                patience(said));
    }

    private static Optional<String> last(Map<String, List<String>> said, String option) {
        return Optional.ofNullable(said.get(option)).map(List::getLast);
    }

    private static Patience patience(Map<String, List<String>> said) {
        return new Patience(
                duration(said, "--late", Patience.DEFAULT.late()),
                duration(said, "--tail", Patience.DEFAULT.tail()),
                Patience.DEFAULT.most(),
                said.getOrDefault("--stood-still", List.of()).stream()
                        .map(Places::period)
                        .toList());
    }

    private static Duration duration(
            Map<String, List<String>> said, String option, Duration otherwise) {
        try {
            Duration given = last(said, option).map(Duration::parse).orElse(otherwise);
            if (!given.isNegative()) {
                return given;
            }
        } catch (DateTimeException none) {
            // told below
        }
        throw malformed(option, "PT10M");
    }

    private static Patience.Period period(String given) {
        int slash = given.indexOf('/');
        try {
            return new Patience.Period(
                    Instant.parse(given.substring(0, Math.max(0, slash))),
                    Instant.parse(given.substring(slash + 1)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw malformed("--stood-still", "2026-04-01T09:00:00Z/2026-04-01T10:30:00Z");
        }
    }

    private static Refusal malformed(String option, String example) {
        return new Refusal(
                "%s needs a value like %s".formatted(option, example),
                "%s には %s のような値を指定してください。".formatted(option, example));
    }

    private static Refusal unknown(String word) {
        return new Refusal(
                "verify does not know \"%s\", or its value is missing: ./hikeshi verify --help"
                        .formatted(word),
                "verify に「%s」という指定はないか、値がありません: ./hikeshi verify --help".formatted(word));
    }

    private static String trial(Premises premises) throws IOException {
        Properties ports = new Properties();
        if (Files.exists(premises.ports())) {
            try (InputStream in = Files.newInputStream(premises.ports())) {
                ports.load(in);
            }
        }
        String port = ports.getProperty("postgresql");
        if (port == null) {
            throw new Refusal(
                    "Nothing was started in %s yet; for another database see ./hikeshi verify --help"
                            .formatted(premises.home()),
                    "%s ではまだ何も起動していません。別のデータベースの検証は ./hikeshi verify --help をご覧ください。"
                            .formatted(premises.home()));
        }
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + SERVICE;
    }

    String url(String service) {
        return database.replace(SERVICE, service);
    }

    String user(String service) {
        return user.replace(SERVICE, service);
    }

    String password(String service) throws IOException {
        return Files.readString(Path.of(passwordFile.replace(SERVICE, service))).strip();
    }
}
