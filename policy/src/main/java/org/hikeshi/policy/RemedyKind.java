package org.hikeshi.policy;

/** The two kinds of remedy a gate may guard. */
public enum RemedyKind {
    MITIGATION,
    FIX
}
