package org.hikeshi.policy;

/** Where a chapter of the vendor's own prose stands in the public text. */
public enum Place {
    FIRST,
    LAST
}
