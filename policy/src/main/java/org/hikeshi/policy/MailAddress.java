package org.hikeshi.policy;

/** A mail address of a desk, as written; nothing is looked up. */
public record MailAddress(String address) {
    static final String PATTERN =
            "^[A-Za-z0-9._%+-]{1,64}@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}$";

    public MailAddress {
        if (address.length() > 254 || !address.matches(PATTERN)) {
            throw new IllegalArgumentException("not a mail address");
        }
    }

    @Override
    public String toString() {
        return address;
    }
}
