package org.hikeshi.release.device;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a device says of itself: names and values, bounded in number and length so that no device
 * can fill the database.
 */
public record Attributes(Map<String, String> values) {
    private static final int MOST = 64;
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_VALUE = 256;

    public Attributes {
        values = Map.copyOf(values);
    }

    public static final Attributes NONE = new Attributes(Map.of());

    /** How a device's list meets the one that is known. */
    public enum Mode {
        MERGE,
        REPLACE,
        REMOVE
    }

    /** One list as it came. */
    public record Change(Mode mode, Map<String, String> values) {
        public Change {
            values = Map.copyOf(values);
        }
    }

    /** The list after a change; what is too long is cut, what is too much is left out. */
    public Attributes after(Change change) {
        Map<String, String> now = new TreeMap<>(change.mode() == Mode.REPLACE ? Map.of() : values);
        new TreeMap<>(change.values())
                .forEach(
                        (name, value) -> {
                            String key = cut(name, LONGEST_NAME);
                            if (change.mode() == Mode.REMOVE) {
                                now.remove(key);
                            } else if (now.containsKey(key) || now.size() < MOST) {
                                now.put(key, cut(value, LONGEST_VALUE));
                            }
                        });
        return new Attributes(now);
    }

    private static String cut(String text, int most) {
        String plain = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return plain.substring(0, Math.min(plain.length(), most));
    }
}
