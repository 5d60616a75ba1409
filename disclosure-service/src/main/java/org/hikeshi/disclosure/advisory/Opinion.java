package org.hikeshi.disclosure.advisory;

/**
 * What a reviewer or the approver says.
 *
 * @param accepted yes, or: changes are asked for
 * @param comment empty if there is none
 */
public record Opinion(boolean accepted, String comment) {}
