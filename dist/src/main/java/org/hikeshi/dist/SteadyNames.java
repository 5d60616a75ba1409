package org.hikeshi.dist;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives names that Quarkus and Byte Buddy draw anew at each build names of their place: keys of
 * recorded values are numbered in the order in which the classes are handed in, random parts of
 * field names go. Both are names inside one jar that nobody outside calls. Only text in the
 * constant pool is changed, never code.
 */
final class SteadyNames {
    private static final Pattern DRAWN =
            Pattern.compile("(proxykey)\\d+|(cachedValue\\$)\\w+?\\$(\\w+)");

    private static final int UTF8 = 1;
    private static final int MAGIC_AND_VERSION = 8;

    private final Map<String, String> keys = new HashMap<>();

    /**
     * @param bytes a class file
     */
    byte[] in(byte[] bytes) throws IOException {
        DataInputStream from = new DataInputStream(new ByteArrayInputStream(bytes));
        ByteArrayOutputStream renamed = new ByteArrayOutputStream(bytes.length);
        DataOutputStream to = new DataOutputStream(renamed);
        to.write(from.readNBytes(MAGIC_AND_VERSION));
        int size = from.readUnsignedShort();
        to.writeShort(size);
        for (int i = 1; i < size; i++) {
            int tag = from.readUnsignedByte();
            to.writeByte(tag);
            if (tag == UTF8) {
                to.writeUTF(steady(from.readUTF()));
            } else {
                to.write(from.readNBytes(length(tag)));
                i += twoPlaces(tag) ? 1 : 0;
            }
        }
        from.transferTo(to);
        return renamed.toByteArray();
    }

    private String steady(String text) {
        Matcher drawn = DRAWN.matcher(text);
        if (!drawn.matches()) {
            return text;
        }
        return drawn.group(1) == null
                ? drawn.group(2) + drawn.group(3)
                : keys.computeIfAbsent(text, _ -> drawn.group(1) + (keys.size() + 1));
    }

    /** Of what follows the tag, Java Virtual Machine Specification 4.4. */
    private static int length(int tag) {
        return switch (tag) {
            case 7, 8, 16, 19, 20 -> 2;
            case 15 -> 3;
            case 3, 4, 9, 10, 11, 12, 17, 18 -> 4;
            case 5, 6 -> 8;
            default -> throw new IllegalStateException("no constant of a class file: " + tag);
        };
    }

    private static boolean twoPlaces(int tag) {
        return tag == 5 || tag == 6;
    }
}
