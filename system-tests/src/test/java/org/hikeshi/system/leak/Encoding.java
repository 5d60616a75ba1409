package org.hikeshi.system.leak;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/** The shapes in which a program might keep, log or send a word. */
public enum Encoding {
    RAW {
        @Override
        List<byte[]> shapes(String word) {
            return List.of(utf8(word));
        }
    },
    /** All three alignments: the word may start at any byte of a group of three. */
    BASE64 {
        @Override
        List<byte[]> shapes(String word) {
            return aligned(word, Base64.getEncoder().withoutPadding());
        }
    },
    BASE64_URL {
        @Override
        List<byte[]> shapes(String word) {
            return aligned(word, Base64.getUrlEncoder().withoutPadding());
        }
    },
    HEX {
        @Override
        List<byte[]> shapes(String word) {
            return List.of(
                    ascii(HexFormat.of().formatHex(utf8(word))),
                    ascii(HexFormat.of().withUpperCase().formatHex(utf8(word))));
        }
    },
    /** Non-letters percent-encoded, as browsers do, and every byte percent-encoded. */
    URL {
        @Override
        List<byte[]> shapes(String word) {
            return List.of(
                    escaped(word, "%%%02X", false),
                    escaped(word, "%%%02x", false),
                    escaped(word, "%%%02X", true),
                    escaped(word, "%%%02x", true));
        }
    },
    UTF16LE {
        @Override
        List<byte[]> shapes(String word) {
            return List.of(word.getBytes(StandardCharsets.UTF_16LE));
        }
    },
    UTF16BE {
        @Override
        List<byte[]> shapes(String word) {
            return List.of(word.getBytes(StandardCharsets.UTF_16BE));
        }
    },
    SHIFT_JIS {
        @Override
        List<byte[]> shapes(String word) {
            return List.of(word.getBytes(Charset.forName("Shift_JIS")));
        }
    },
    QUOTED_PRINTABLE {
        @Override
        List<byte[]> shapes(String word) {
            return List.of(escaped(word, "=%02X", false), escaped(word, "=%02X", true));
        }
    },
    HTML {
        @Override
        List<byte[]> shapes(String word) {
            return List.of(
                    perChar(word, "&#%d;", false),
                    perChar(word, "&#x%x;", false),
                    perChar(word, "&#x%X;", false),
                    perChar(word, "&#%d;", true),
                    perChar(word, "&#x%x;", true));
        }
    },
    JSON {
        @Override
        List<byte[]> shapes(String word) {
            return List.of(
                    perChar(word, "\\u%04x", false),
                    perChar(word, "\\u%04X", false),
                    perChar(word, "\\u%04x", true),
                    perChar(word, "\\u%04X", true));
        }
    };

    abstract List<byte[]> shapes(String word);

    private static byte[] utf8(String word) {
        return word.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The characters that do not depend on what stands before and behind the word. */
    private static List<byte[]> aligned(String word, Base64.Encoder encoder) {
        return IntStream.range(0, 3)
                .mapToObj(
                        shift -> {
                            byte[] shifted = new byte[shift + utf8(word).length];
                            System.arraycopy(utf8(word), 0, shifted, shift, utf8(word).length);
                            byte[] encoded = encoder.encode(shifted);
                            int from = shift == 0 ? 0 : shift + 1;
                            return Arrays.copyOfRange(encoded, from, shifted.length * 8 / 6);
                        })
                .toList();
    }

    private static byte[] escaped(String word, String format, boolean everything) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte b : utf8(word)) {
            if (!everything && b > ' ' && Character.isLetterOrDigit(b)) {
                out.write(b);
            } else {
                out.writeBytes(ascii(format.formatted(b & 0xff)));
            }
        }
        return out.toByteArray();
    }

    private static byte[] perChar(String word, String format, boolean everything) {
        StringBuilder out = new StringBuilder();
        for (char c : word.toCharArray()) {
            out.append(!everything && c < 128 ? String.valueOf(c) : format.formatted((int) c));
        }
        return ascii(out.toString());
    }
}
