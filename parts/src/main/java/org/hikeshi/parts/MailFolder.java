package org.hikeshi.parts;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Mails on disk, one file each: envelope lines, an empty line, then the message byte for byte.
 *
 * <p>A mail is written to a draft, forced to disk, renamed, and the folder forced too before {@link
 * #keep} returns. Readers in other processes see whole mails only.
 */
public final class MailFolder {
    private static final String SUFFIX = ".mail";
    private static final Pattern ID = Pattern.compile("[0-9]{8}T[0-9]{6}\\.[0-9]{6}Z-[0-9a-f]{8}");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final Path folder;

    public MailFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Takes the message from the stream to the disk; if this returns, it is there after a power
     * cut.
     */
    KeptMail keep(String from, List<String> to, InputStream message, Instant now)
            throws IOException {
        Files.createDirectories(folder);
        String id =
                STAMP.format(now)
                        + "-"
                        + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        Path draft = folder.resolve(id + ".draft");
        try (var channel =
                FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream out = Channels.newOutputStream(channel);
            out.write(envelope(from, to, now).getBytes(StandardCharsets.UTF_8));
            message.transferTo(out);
            channel.force(true);
        } catch (IOException e) {
            Files.deleteIfExists(draft);
            throw e;
        }
        Files.move(draft, folder.resolve(id + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
        try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
        return read(id).orElseThrow();
    }

    private static String envelope(String from, List<String> to, Instant now) {
        var lines = new StringBuilder("received " + now + "\nfrom " + from + "\n");
        to.forEach(recipient -> lines.append("to ").append(recipient).append('\n'));
        return lines.append('\n').toString();
    }

    /** All ids, newest first. */
    public List<String> ids() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All mails, newest first. */
    public List<KeptMail> mails() {
        return ids().stream().flatMap(id -> read(id).stream()).toList();
    }

    /** The mail, or nothing if the id is unknown or malformed. */
    public Optional<KeptMail> read(String id) {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        try (var in = new BufferedInputStream(Files.newInputStream(folder.resolve(id + SUFFIX)))) {
            Instant received = Instant.EPOCH;
            String from = "";
            var to = new java.util.ArrayList<String>();
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                String value = line.substring(line.indexOf(' ') + 1);
                switch (line.substring(0, line.indexOf(' '))) {
                    case "received" -> received = Instant.parse(value);
                    case "from" -> from = value;
                    case "to" -> to.add(value);
                    default -> throw new IOException("unknown envelope line in " + id);
                }
            }
            return Optional.of(
                    new KeptMail(id, from, List.copyOf(to), received, in.readAllBytes()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(InputStream in) throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        for (int b = in.read(); b != '\n' && b != -1; b = in.read()) {
            bytes.write(b);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Drafts that a crash left: their mails were never accepted. */
    void removeDrafts() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".draft")).toList()) {
                Files.delete(file);
            }
        }
    }
}
