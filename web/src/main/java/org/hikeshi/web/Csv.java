package org.hikeshi.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Comma-separated values (RFC 4180) as spreadsheets write them; lenient about line ends, empty rows
 * are passed over.
 */
public final class Csv {
    private final String text;
    private int at;

    private Csv(String text) {
        this.text = text;
    }

    /**
     * One row that is not empty.
     *
     * @param number as a spreadsheet counts, the head row being 1
     */
    public record Row(int number, List<String> cells) {}

    /** The rows of a file in UTF-8, or in Shift_JIS as spreadsheets in Japan write it. */
    public static List<Row> rows(byte[] file) {
        return rows(decoded(file));
    }

    static List<Row> rows(String text) {
        Csv csv = new Csv(text);
        List<Row> rows = new ArrayList<>();
        for (int number = 1; csv.at < text.length(); number++) {
            List<String> cells = csv.row();
            if (cells.size() > 1 || !cells.getFirst().isBlank()) {
                rows.add(new Row(number, List.copyOf(cells)));
            }
        }
        return rows;
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()
                    .replaceFirst("^\uFEFF", "");
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, Charset.forName("windows-31j"));
        }
    }

    private List<String> row() {
        List<String> cells = new ArrayList<>();
        cells.add(cell());
        while (at < text.length() && text.charAt(at) == ',') {
            at++;
            cells.add(cell());
        }
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '\n') {
            at++;
        }
        return cells;
    }

    private String cell() {
        return at < text.length() && text.charAt(at) == '"' ? quoted() : plain();
    }

    private String plain() {
        int start = at;
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private String quoted() {
        StringBuilder cell = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '"') {
                cell.append(c);
            } else if (at < text.length() && text.charAt(at) == '"') {
                cell.append('"');
                at++;
            } else {
                return cell + plain();
            }
        }
        return cell.toString();
    }
}
