package org.hikeshi.parts;

/**
 * A database with the one role that may connect to it (and the superuser).
 *
 * @param jdbcUrl without user and password
 */
public record Database(String jdbcUrl, String user, String password) {
    @Override
    public String toString() {
        return jdbcUrl;
    }
}
