package org.hikeshi.system.pages;

/** One thing that is wrong with a page: which check says so, and what it saw. */
public record Finding(String check, String saw) {}
