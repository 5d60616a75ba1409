package org.hikeshi.disclosure.advisory;

/**
 * The prose of one language. Plain text, line breaks kept; a part that does not apply is empty.
 *
 * @param whatToDo one to three steps for the person who runs the device
 */
public record AdvisoryText(
        String title, String summary, String impact, String details, String whatToDo) {
    public static final AdvisoryText EMPTY = new AdvisoryText("", "", "", "", "");
}
