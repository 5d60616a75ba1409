package org.hikeshi.notifier.people;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hikeshi.events.Language;
import org.hikeshi.mail.MailAddress;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The file of the people, UTF-8: {@code id = address; language; role, role}, and {@code deputy.ciso
 * = id or role}. Read again when it has changed. A line that cannot be read is left out and named
 * in the log without its content: the others must still be told. Safe for many threads.
 */
@Singleton
public class PeopleFile {
    private static final Logger LOG = Logger.getLogger(PeopleFile.class);
    private static final String DEPUTY = "deputy.";

    private final Optional<Path> file;
    private People people = People.NONE;
    private @Nullable FileTime read;

    @Inject
    public PeopleFile(@ConfigProperty(name = "hikeshi.staff") Optional<Path> file) {
        this.file = file;
    }

    /** Who can be reached now. */
    public synchronized People now() {
        if (file.isPresent()) {
            try {
                FileTime changed = Files.getLastModifiedTime(file.get());
                if (!changed.equals(read)) {
                    people = parsed(Files.readString(file.get()));
                    read = changed;
                }
            } catch (IOException gone) {
                LOG.warnf("the file of the people cannot be read; who was known stays known");
            }
        }
        return people;
    }

    static People parsed(String text) throws IOException {
        var lines = new Properties();
        lines.load(new java.io.StringReader(text));
        Map<String, Colleague> all = new HashMap<>();
        Map<String, String> deputies = new HashMap<>();
        for (String name : lines.stringPropertyNames()) {
            String value = lines.getProperty(name).strip();
            if (name.startsWith(DEPUTY)) {
                deputies.put(name.substring(DEPUTY.length()), value);
            } else {
                colleague(name, value)
                        .ifPresentOrElse(
                                one -> all.put(name, one),
                                () -> LOG.warnf("the line of %s in the people's file", name));
            }
        }
        return new People(all, deputies);
    }

    private static Optional<Colleague> colleague(String id, String value) {
        List<String> parts = Arrays.stream(value.split(";", -1)).map(String::strip).toList();
        if (parts.size() != 3
                || !(MailAddress.check(parts.getFirst()) instanceof MailAddress.Good good)) {
            return Optional.empty();
        }
        Set<String> roles =
                Arrays.stream(parts.get(2).split(","))
                        .map(String::strip)
                        .filter(role -> !role.isEmpty())
                        .collect(Collectors.toUnmodifiableSet());
        return Optional.of(new Colleague(id, good.address(), language(parts.get(1)), roles));
    }

    private static Language language(String tag) {
        return switch (tag) {
            case "ja" -> Language.JA;
            case "en" -> Language.EN;
            default -> Language.BOTH;
        };
    }
}
