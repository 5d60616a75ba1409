package org.hikeshi.disclosure.advisory;

/**
 * What a text may lack before anybody may be asked to review it; each has a sentence of its own.
 */
public enum Lack {
    TITLE("title"),
    SUMMARY("summary"),
    IMPACT("impact"),
    DETAILS("details"),
    WHAT_TO_DO("whatToDo"),
    REMEDY("remedy"),
    WORKAROUND("workaround"),
    REMEDY_OR_WORKAROUND("remedy-or-workaround"),
    CONTACT("contact"),
    DISCLAIMER("disclaimer"),
    CHANGE_NOTE("changeNote"),
    AFFECTED("affected"),
    SEVERITY("severity"),
    /** A reporter wishes to be named otherwise. */
    CREDIT("credit"),
    /** Intake has not said how the reporters want to be named. */
    CREDIT_UNKNOWN("credit-unknown");

    private final String code;

    Lack(String code) {
        this.code = code;
    }

    /** The fixed word of the API; what a language lacks has its tag behind a point. */
    public String code() {
        return code;
    }
}
