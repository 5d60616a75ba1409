package org.hikeshi.system;

/** The check character of a tracking code, computed anew from the standard's text. */
final class TrackingCodes {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private TrackingCodes() {}

    /** {@code R-XXXX-XXXX-C}; ISO/IEC 7064 hybrid system, MOD 33,32. */
    static boolean isValid(String code) {
        if (!code.matches("R-[" + ALPHABET + "]{4}-[" + ALPHABET + "]{4}-[" + ALPHABET + "]")) {
            return false;
        }
        String characters = code.substring(2).replace("-", "");
        int product = 32;
        for (int i = 0; i < 8; i++) {
            int sum = (product + ALPHABET.indexOf(characters.charAt(i))) % 32;
            product = (sum == 0 ? 32 : sum) * 2 % 33;
        }
        return (product + ALPHABET.indexOf(characters.charAt(8))) % 32 == 1;
    }
}
