package org.hikeshi.notifier.customer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.hikeshi.events.Language;
import org.hikeshi.mail.MailAddress;
import org.hikeshi.web.Csv;
import org.hikeshi.web.FieldError;

/**
 * Customers as they come in a list. Columns of the CSV (RFC 4180, with a head line): {@code
 * customerId} (or {@code id}), {@code name, email}, and if wanted {@code language} (ja, en; else
 * both) and {@code kind} (customer, partner; else customer). UTF-8, or Shift_JIS as spreadsheets in
 * Japan write it.
 *
 * @param customers rows without error
 * @param errors one per mistake, {@code /row/column}, rows counted from 1 after the head line;
 *     {@code /column} for a column that is none of these
 */
record CustomerFile(List<Customer> customers, List<FieldError> errors) {
    /** What is known of a customer, as the fields and columns are called. */
    static final List<String> COLUMNS =
            List.of("customerId", "email", "id", "kind", "language", "name");

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final String ID_COLUMN = "customerId";
    private static final int LONGEST_NAME = 200;

    static CustomerFile ofCsv(byte[] bytes) {
        List<List<String>> lines = Csv.rows(bytes).stream().map(Csv.Row::cells).toList();
        if (lines.isEmpty()) {
            return new CustomerFile(List.of(), List.of(FieldError.at("/", "customers-empty")));
        }
        List<String> head =
                lines.getFirst().stream().map(c -> c.strip().toLowerCase(Locale.ROOT)).toList();
        boolean named = head.contains("id") || head.contains(ID_COLUMN.toLowerCase(Locale.ROOT));
        if (!named || !head.containsAll(List.of("name", "email"))) {
            return new CustomerFile(List.of(), List.of(FieldError.at("/", "customers-head")));
        }
        List<FieldError> unknown =
                head.stream()
                        // A comma at the end of each line, as spreadsheets write it.
                        .filter(column -> !column.isEmpty())
                        .filter(column -> COLUMNS.stream().noneMatch(column::equalsIgnoreCase))
                        .map(CustomerFile::unknown)
                        .map(error -> error.accepting(COLUMNS))
                        .toList();
        if (!unknown.isEmpty()) {
            return new CustomerFile(List.of(), unknown);
        }
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> line : lines.subList(1, lines.size())) {
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < Math.min(head.size(), line.size()); i++) {
                String column = head.get(i).equals("customerid") ? ID_COLUMN : head.get(i);
                row.put(column, line.get(i).strip());
            }
            rows.add(row);
        }
        return of(rows);
    }

    /** Named as it was typed; the pointer is of plain signs only. */
    private static FieldError unknown(String column) {
        String shown = column.replaceAll("\\p{Cntrl}", " ");
        return FieldError.at(
                "/" + column.replaceAll("[^A-Za-z0-9_.-]", "_"),
                "customers-column",
                shown.substring(0, Math.min(shown.length(), 60)));
    }

    /** Rows by column. */
    static CustomerFile of(List<Map<String, String>> rows) {
        List<Customer> customers = new ArrayList<>();
        List<FieldError> errors = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            read(rows.get(i), i + 1, seen, customers, errors);
        }
        return new CustomerFile(List.copyOf(customers), List.copyOf(errors));
    }

    private static void read(
            Map<String, String> row,
            int number,
            Set<String> seen,
            List<Customer> customers,
            List<FieldError> errors) {
        int before = errors.size();
        String at = "/" + number + "/";
        String id = row.getOrDefault(ID_COLUMN, row.getOrDefault("id", ""));
        String name = row.getOrDefault("name", "");
        if (!ID.matcher(id).matches()) {
            errors.add(FieldError.at(at + "customerId", "customer-id"));
        } else if (!seen.add(id)) {
            errors.add(FieldError.at(at + "customerId", "customer-twice"));
        }
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            errors.add(FieldError.at(at + "name", "customer-name"));
        }
        MailAddress.Verdict address = MailAddress.check(row.getOrDefault("email", ""));
        if (!(address instanceof MailAddress.Good)) {
            errors.add(FieldError.at(at + "email", "customer-email"));
        }
        String kind = row.getOrDefault("kind", "").toLowerCase(Locale.ROOT);
        if (!Set.of("", "customer", "partner").contains(kind)) {
            errors.add(FieldError.at(at + "kind", "customer-kind"));
        }
        if (errors.size() == before && address instanceof MailAddress.Good good) {
            customers.add(
                    new Customer(
                            id,
                            kind.equals("partner") ? Customer.Kind.PARTNER : Customer.Kind.CUSTOMER,
                            name,
                            good.address(),
                            language(row.getOrDefault("language", ""))));
        }
    }

    private static Language language(String tag) {
        return switch (tag.toLowerCase(Locale.ROOT)) {
            case "ja" -> Language.JA;
            case "en" -> Language.EN;
            default -> Language.BOTH;
        };
    }
}
