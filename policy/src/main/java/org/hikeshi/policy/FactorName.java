package org.hikeshi.policy;

/** Factors that may tighten a priority, never loosen it (E4.2); OWN is the vendor's own factor. */
public enum FactorName {
    ON_BY_DEFAULT,
    USER_INTERACTION,
    AUTHENTICATION_BYPASS,
    WORMABLE,
    SECURITY_OR_SAFETY,
    LAW_OR_RULES,
    OWN
}
