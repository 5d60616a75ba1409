package org.hikeshi.policy;

/** Whose national holidays are no business days. NONE knows weekends only. */
public enum Country {
    JAPAN,
    NONE
}
