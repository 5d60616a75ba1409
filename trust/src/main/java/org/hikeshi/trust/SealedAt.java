package org.hikeshi.trust;

/**
 * The place a secret is sealed for. It goes into the seal as additional data, so a sealed value
 * moved to another table, column or row does not open (design §5: AAD = table|column|row).
 *
 * @param row the row's key as text, a UUID as a rule
 */
public record SealedAt(String table, String column, String row) {

    public SealedAt {
        if (table.isEmpty() || column.isEmpty() || row.isEmpty()) {
            throw new IllegalArgumentException("table, column and row must be named");
        }
    }

    public static SealedAt of(String table, String column, String row) {
        return new SealedAt(table, column, row);
    }

    /** The three names, each with its length before it. */
    byte[] additionalData() {
        return new LengthPrefixed().add(table).add(column).add(row).bytes();
    }
}
