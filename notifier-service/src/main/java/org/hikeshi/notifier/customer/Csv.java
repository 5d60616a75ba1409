package org.hikeshi.notifier.customer;

import java.util.ArrayList;
import java.util.List;

/** Comma-separated values (RFC 4180); lenient about line ends, empty lines are passed over. */
final class Csv {
    private final String text;
    private int at;

    private Csv(String text) {
        this.text = text;
    }

    static List<List<String>> read(String text) {
        var csv = new Csv(text);
        List<List<String>> lines = new ArrayList<>();
        while (csv.at < text.length()) {
            List<String> line = csv.line();
            if (line.size() > 1 || !line.getFirst().isBlank()) {
                lines.add(line);
            }
        }
        return lines;
    }

    private List<String> line() {
        List<String> cells = new ArrayList<>();
        cells.add(cell());
        while (at < text.length() && text.charAt(at) == ',') {
            at++;
            cells.add(cell());
        }
        while (at < text.length() && (text.charAt(at) == '\r' || text.charAt(at) == '\n')) {
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
        var cell = new StringBuilder();
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
