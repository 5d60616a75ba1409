package org.hikeshi.release.campaign;

/**
 * How much of the field is safe: the number that matters.
 *
 * @param affected units that were affected when the campaign met them
 * @param safe those of them that have the remedy
 * @param declared those of the safe ones that somebody declared rather than a device reported
 */
public record Coverage(int affected, int safe, int declared) {
    /** In thousandths, rounded down; a field without affected units is covered. */
    public int permille() {
        return affected == 0 ? 1000 : (int) (safe * 1000L / affected);
    }

    /** In percent with one digit. */
    public String percent() {
        return permille() / 10 + "." + permille() % 10;
    }
}
