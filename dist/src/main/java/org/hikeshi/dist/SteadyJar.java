package org.hikeshi.dist;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A jar of this build in bytes that depend on its contents alone: entries without the builder's
 * umask, generated classes without names that are drawn anew at each build.
 */
final class SteadyJar {
    private SteadyJar() {}

    static byte[] of(byte[] jar) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        SteadyNames names = new SteadyNames();
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            if (entry.getKey().endsWith(".class")) {
                entry.setValue(names.in(entry.getValue()));
            }
        }
        return FixedZip.of(entries);
    }
}
