package org.hikeshi.policy;

/** The reviews an outward text passes before approval (E5.2-text). */
public enum Reviewing {
    TECHNICAL,
    QA,
    LEGAL
}
