package org.hikeshi.policy;

/** Kinds of things a policy may cover (E1-scope, A8-scope). */
public enum ScopeKind {
    FIRMWARE,
    DEVICE_OS,
    COMPANION_APP,
    CLOUD,
    UPDATE_PACKAGE,
    DOCUMENT,
    SOLD_OR_MAINTAINED
}
