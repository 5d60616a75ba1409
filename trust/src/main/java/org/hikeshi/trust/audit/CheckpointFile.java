package org.hikeshi.trust.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where checkpoints lie outside the database: {@code <folder>/<service>.jsonl}, one per line, only
 * ever appended to, so that the folder may be one that takes no changes (append-only attribute,
 * object lock of a copy). A process that dies while it appends leaves a last line without its end;
 * readers pass over it, and the next writer completes it. Several writers take turns by a lock on
 * {@code <service>.jsonl.lock} beside it: a process loses its lock on a file (POSIX) as soon as it
 * closes any channel to that file, so what is locked must not be what is read.
 */
public record CheckpointFile(Path file) {
    /** What comes before a checkpoint where it is said in a log. */
    public static final String LOGGED = "audit checkpoint ";

    private static final Object IN_THIS_PROCESS = new Object();

    /** Some lines: one has about 500 bytes. */
    private static final int TAIL = 8_192;

    /** The file of one service. */
    public static CheckpointFile of(Path folder, String service) {
        return new CheckpointFile(folder.resolve(service + ".jsonl"));
    }

    /**
     * What a file says.
     *
     * @param unreadable numbers of the lines, from 1, that are no checkpoint
     * @param torn the beginning of a last line without its end; empty if there is none
     */
    public record Content(List<Checkpoint> checkpoints, List<Long> unreadable, String torn) {}

    /** Nothing if there is no such file. */
    public Content read() throws IOException {
        return Files.exists(file)
                ? parse(Files.readString(file, StandardCharsets.UTF_8))
                : new Content(List.of(), List.of(), "");
    }

    private static Content parse(String all) {
        List<Checkpoint> checkpoints = new ArrayList<>();
        List<Long> unreadable = new ArrayList<>();
        int from = 0;
        long number = 0;
        for (int end = all.indexOf('\n'); end >= 0; end = all.indexOf('\n', from)) {
            number++;
            try {
                checkpoints.add(JsonLines.checkpoint(bare(all.substring(from, end))));
            } catch (IllegalArgumentException e) {
                unreadable.add(number);
            }
            from = end + 1;
        }
        return new Content(checkpoints, unreadable, all.substring(from));
    }

    /** A line of a service's log tells time and place before the checkpoint itself. */
    private static String bare(String line) {
        int logged = line.indexOf(LOGGED);
        return logged < 0 ? line : line.substring(logged + LOGGED.length()).strip();
    }

    /**
     * The last checkpoint of the file, null if it has none or is not there.
     *
     * @throws IOException if it cannot be seen whether it is there, or not be read
     */
    public @Nullable Checkpoint last() throws IOException {
        try {
            Files.readAttributes(file, BasicFileAttributes.class);
        } catch (NoSuchFileException missing) {
            return null;
        }
        List<Checkpoint> ends = tail().checkpoints();
        return ends.isEmpty() ? null : ends.getLast();
    }

    /** Gives what comes after a checkpoint, null for the beginning. */
    @FunctionalInterface
    public interface Missing<E extends Exception> {
        List<Checkpoint> after(@Nullable Checkpoint last) throws E;
    }

    /**
     * Appends what the file lacks and returns when it has reached the disk.
     *
     * @return the last checkpoint of the file then, null if it has none
     * @throws IOException if the file cannot be written, or if what it ends with is not what comes
     *     next: then it was written by somebody else
     */
    public <E extends Exception> @Nullable Checkpoint append(Missing<E> missing)
            throws IOException, E {
        synchronized (IN_THIS_PROCESS) { // the lock on the file is the process's, not the thread's
            try (FileChannel turns = toAppend(turns());
                    var _ = turns.lock();
                    FileChannel channel = toAppend(file)) {
                return append(channel, missing);
            }
        }
    }

    /** The file whose lock says whose turn it is to append. */
    Path turns() {
        return file.resolveSibling(file.getFileName() + ".lock");
    }

    private static FileChannel toAppend(Path path) throws IOException {
        return FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private <E extends Exception> @Nullable Checkpoint append(
            FileChannel channel, Missing<E> missing) throws IOException, E {
        Content before = tail();
        Checkpoint last = before.checkpoints().isEmpty() ? null : before.checkpoints().getLast();
        if (last == null && !before.unreadable().isEmpty()) {
            throw new IOException("the export does not end with a checkpoint");
        }
        List<Checkpoint> more = missing.after(last);
        if (more.isEmpty()) {
            return last;
        }
        StringBuilder lines = new StringBuilder();
        more.forEach(one -> lines.append(JsonLines.write(one)).append('\n'));
        if (!lines.toString().startsWith(before.torn())) {
            throw new IOException("the export ends with a line that is no checkpoint of ours");
        }
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(lines.substring(before.torn().length()));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
        return more.getLast();
    }

    /** The last lines, enough to go on from. */
    private Content tail() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long from = Math.max(0, channel.size() - TAIL);
            ByteBuffer bytes = ByteBuffer.allocate((int) (channel.size() - from));
            channel.position(from);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // until all is there
            }
            String text = StandardCharsets.UTF_8.decode(bytes.flip()).toString();
            return parse(from == 0 ? text : text.substring(text.indexOf('\n') + 1));
        }
    }
}
