package org.hikeshi.launcher.house;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** At most one launcher per folder: a lock of the operating system, which ends with its holder. */
public final class OnlyOne implements AutoCloseable {
    private final FileChannel channel;
    private final FileLock lock;

    private OnlyOne(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** Takes the folder, or tells who has it. */
    public static OnlyOne take(Premises premises, Wishes wishes) throws IOException {
        Path file = premises.run().resolve("launcher.lock");
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock = lock(channel);
        if (lock == null) {
            channel.close();
            throw new Refusal(
                    "Hikeshi already runs on this folder: "
                            + wishes.origin()
                            + "/trial (./hikeshi down ends it).",
                    "Hikeshi はこのフォルダーですでに動いています: "
                            + wishes.origin()
                            + "/trial (./hikeshi down で終了します)。");
        }
        Files.writeString(
                premises.run().resolve("launcher.pid"), ProcessHandle.current().pid() + "\n");
        return new OnlyOne(channel, lock);
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisJvm) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }
}
