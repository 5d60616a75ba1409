package org.hikeshi.disclosure.advisory;

/** What is published: an advisory about a remedied vulnerability, or a notice (Z-SA, Z-SN). */
public enum AdvisoryKind {
    /** Security advisory (セキュリティ勧告): only once the remedy the policy asks for is there. */
    SA,
    /**
     * Security notice (セキュリティ通知): a general topic, or progress under outside attention; needs no
     * remedy.
     */
    SN
}
