package org.hikeshi.policy;

/** A workspace is one or the other for its whole life; only a deployed one needs the approval. */
public enum Workspace {
    TRIAL,
    DEPLOYED
}
