package org.hikeshi.policy;

/** Severity levels, strictest first; the file may rename them, never add one (E4.1, A6). */
public enum Severity {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW
}
