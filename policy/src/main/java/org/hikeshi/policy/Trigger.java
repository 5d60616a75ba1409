package org.hikeshi.policy;

/** What must reach the CISO at once (E5.2-esc, clock 12). */
public enum Trigger {
    PROVISIONAL_CRITICAL,
    EXPLOITED,
    LEAKED,
    LEGAL_OR_PERSONAL_DATA,
    BREACH_ON_CRITICAL
}
