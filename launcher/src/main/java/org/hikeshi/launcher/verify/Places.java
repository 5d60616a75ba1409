package org.hikeshi.launcher.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.hikeshi.launcher.house.Premises;
import org.hikeshi.launcher.house.Refusal;

/**
 * Where everything is. {@code {service}} in the address, the user and the password file stands for
 * the service's name.
 *
 * @param rows folder with {@code <service>.rows.jsonl} to be read instead of databases
 * @param export folder to write such files to
 */
record Places(
        List<String> services,
        String database,
        String user,
        String passwordFile,
        Path keys,
        Path checkpoints,
        Optional<Path> rows,
        Optional<Path> export) {
    private static final String SERVICE = "{service}";

    /** What the words say; what they do not say is that of the trial in this folder. */
    static Places of(List<String> words, Premises premises) throws IOException {
        List<String> services = new ArrayList<>();
        String database = "";
        String user = SERVICE;
        String passwordFile = premises.databasePassword(SERVICE).toString();
        Path keys = premises.keys();
        Path checkpoints = premises.checkpoints();
        Optional<Path> rows = Optional.empty();
        Optional<Path> export = Optional.empty();
        for (int i = 0; i < words.size(); i += 2) {
            String value = value(words, i);
            switch (words.get(i)) {
                case "--service" -> services.add(value);
                case "--database" -> database = value;
                case "--user" -> user = value;
                case "--password-file" -> passwordFile = value;
                case "--keys" -> keys = Path.of(value);
                case "--checkpoints" -> checkpoints = Path.of(value);
                case "--rows" -> rows = Optional.of(Path.of(value));
                case "--export" -> export = Optional.of(Path.of(value));
                default -> throw unknown(words.get(i));
            }
        }
        return new Places(
                services.isEmpty() ? Premises.SERVICES : List.copyOf(services),
                database.isEmpty() && rows.isEmpty() ? trial(premises) : database,
                user,
                passwordFile,
                keys,
                checkpoints,
                rows,
                export);
    }

    private static String value(List<String> words, int option) {
        if (option + 1 >= words.size() || words.get(option + 1).isEmpty()) {
            throw unknown(words.get(option));
        }
        return words.get(option + 1);
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

    /** The file of one service's rows in a folder. */
    static Path rowsFile(Path folder, String service) {
        return folder.resolve(service + ".rows.jsonl");
    }
}
