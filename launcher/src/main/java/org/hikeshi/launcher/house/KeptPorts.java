package org.hikeshi.launcher.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.hikeshi.parts.Ports;

/**
 * Internal ports of 127.0.0.1, picked once and kept; one that a stranger took meanwhile is picked
 * anew.
 */
final class KeptPorts {
    private final Path file;
    private final Properties kept = new Properties();

    KeptPorts(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                kept.load(in);
            }
        }
    }

    /**
     * The port of a process; {@code leftOver} tells that it may still be held by an earlier run of
     * ours.
     */
    int of(String name, boolean leftOver) throws IOException {
        String known = kept.getProperty(name);
        if (known != null && (leftOver || Ports.isFree(Integer.parseInt(known)))) {
            return Integer.parseInt(known);
        }
        int port = Ports.free();
        kept.setProperty(name, Integer.toString(port));
        try (var out = Files.newBufferedWriter(file)) {
            kept.store(out, "internal ports of 127.0.0.1");
        }
        return port;
    }
}
