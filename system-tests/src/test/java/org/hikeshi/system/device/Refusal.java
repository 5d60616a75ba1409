package org.hikeshi.system.device;

/** Why a device does not install something; the word goes to its page and into its report. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1;

    /** What was wrong. */
    enum Reason {
        MANIFEST("manifest", "the manifest is not signed by the vendor"),
        MODEL("model", "it is for another model"),
        DOWNGRADE("downgrade", "it is not newer than what is installed"),
        FLOOR("floor", "it is below the lowest version this device may have"),
        VALIDITY("validity", "its manifest is not valid now"),
        TRUNCATED("truncated", "it has another length than the manifest says"),
        HASH("hash", "its SHA-256 is another than the manifest says"),
        SIGNATURE("signature", "it is not signed by the vendor");

        private final String word;
        private final String sentence;

        Reason(String word, String sentence) {
            this.word = word;
            this.sentence = sentence;
        }
    }

    private final Reason reason;

    Refusal(Reason reason) {
        super("refused: " + reason.word + " (" + reason.sentence + ")", null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    /** The line of its report. */
    String line() {
        return String.valueOf(getMessage());
    }
}
