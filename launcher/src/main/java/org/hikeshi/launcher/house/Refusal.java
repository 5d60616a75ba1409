package org.hikeshi.launcher.house;

/** Why nothing was started: one sentence, in both languages. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String japanese;

    public Refusal(String english, String japanese) {
        super(english);
        this.japanese = japanese;
    }

    public String sentence(boolean inJapanese) {
        return inJapanese ? japanese : String.valueOf(getMessage());
    }
}
