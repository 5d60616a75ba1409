package org.hikeshi.dist;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipMethod;

/** A zip whose bytes depend on names and contents alone: sorted, one time, no owner. */
final class FixedZip {
    /** Local time, as zips have it: no zone gets in. */
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

    private static final int PROGRAM = 0100755;
    private static final int FILE = 0100644;
    private static final int FOLDER = 040755;

    private FixedZip() {}

    static byte[] of(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(bytes, files, "");
        return bytes.toByteArray();
    }

    /**
     * @param program name of the one file that can be called
     */
    static void write(OutputStream to, Map<String, byte[]> files, String program)
            throws IOException {
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(to)) {
            zip.setUseZip64(Zip64Mode.Never);
            for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
                ZipArchiveEntry entry = entry(file.getKey(), file.getValue());
                entry.setUnixMode(
                        entry.isDirectory()
                                ? FOLDER
                                : file.getKey().equals(program) ? PROGRAM : FILE);
                zip.putArchiveEntry(entry);
                zip.write(file.getValue());
                zip.closeArchiveEntry();
            }
        }
    }

    private static ZipArchiveEntry entry(String name, byte[] bytes) {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        // A zip keeps local time; what the zone here makes of it is taken back when it is written.
        entry.setTime(TIME.atZone(ZoneId.systemDefault()).toInstant().toEpochMilli());
        if (name.endsWith(".jar")) { // nothing to gain
            CRC32 sum = new CRC32();
            sum.update(bytes);
            entry.setMethod(ZipMethod.STORED.getCode());
            entry.setSize(bytes.length);
            entry.setCrc(sum.getValue());
        } else {
            entry.setMethod(ZipMethod.DEFLATED.getCode());
        }
        return entry;
    }
}
