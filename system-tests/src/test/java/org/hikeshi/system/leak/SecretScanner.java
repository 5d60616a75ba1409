package org.hikeshi.system.leak;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds every shape of every planted word in one pass (Aho and Corasick 1975): databases and broker
 * logs are hundreds of megabytes and there are some thousand shapes.
 */
public final class SecretScanner {
    /**
     * A word where it must not be.
     *
     * @param offset of its last byte in the place
     */
    public record Finding(PlantedSecret secret, Encoding encoding, String place, long offset) {
        @Override
        public String toString() {
            return secret.field() + " as " + encoding + " in " + place + " at byte " + offset;
        }
    }

    private record Shape(PlantedSecret secret, Encoding encoding) {}

    private static final int MAX_PER_PLACE = 20;

    private int[] next = new int[256 * 1024];
    private final List<List<Shape>> found = new ArrayList<>();

    public SecretScanner(Collection<PlantedSecret> secrets) {
        found.add(new ArrayList<>());
        for (PlantedSecret secret : secrets) {
            // A latin word looks the same raw and, for example, URL-encoded: name it once, raw.
            Set<ByteBuffer> seen = new HashSet<>();
            for (Encoding encoding : Encoding.values()) {
                for (byte[] shape : encoding.shapes(secret.word())) {
                    if (seen.add(ByteBuffer.wrap(shape))) {
                        add(shape, new Shape(secret, encoding));
                    }
                }
            }
        }
        link();
    }

    private void add(byte[] shape, Shape meaning) {
        int state = 0;
        for (byte b : shape) {
            int edge = state * 256 + (b & 0xff);
            if (next[edge] == 0) {
                next[edge] = found.size();
                found.add(new ArrayList<>());
                if (found.size() * 256 > next.length) {
                    next = Arrays.copyOf(next, next.length * 2);
                }
            }
            state = next[edge];
        }
        found.get(state).add(meaning);
    }

    private void link() {
        int[] fallback = new int[found.size()];
        ArrayDeque<Integer> queue = new ArrayDeque<>();
        for (int b = 0; b < 256; b++) {
            if (next[b] != 0) {
                queue.add(next[b]);
            }
        }
        while (!queue.isEmpty()) {
            int state = queue.remove();
            found.get(state).addAll(found.get(fallback[state]));
            for (int b = 0; b < 256; b++) {
                int child = next[state * 256 + b];
                int other = next[fallback[state] * 256 + b];
                if (child == 0) {
                    next[state * 256 + b] = other;
                } else {
                    fallback[child] = other;
                    queue.add(child);
                }
            }
        }
    }

    /** At most 20 findings of one place: enough to mend it. */
    public List<Finding> scan(String place, InputStream bytes) {
        List<Finding> findings = new ArrayList<>();
        byte[] buffer = new byte[1 << 16];
        int state = 0;
        long offset = 0;
        try {
            for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
                for (int i = 0; i < n; i++) {
                    state = next[state * 256 + (buffer[i] & 0xff)];
                    if (!found.get(state).isEmpty() && findings.size() < MAX_PER_PLACE) {
                        for (Shape shape : found.get(state)) {
                            findings.add(
                                    new Finding(
                                            shape.secret(), shape.encoding(), place, offset + i));
                        }
                    }
                }
                offset += n;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + place, e);
        }
        return findings;
    }

    public List<Finding> scan(String place, byte[] bytes) {
        return scan(place, new ByteArrayInputStream(bytes));
    }
}
