package org.hikeshi.disclosure.advisory;

/** Whether the vulnerability concerns the versions of a row; "not affected" is published too. */
public enum ProductStanding {
    AFFECTED,
    NOT_AFFECTED
}
