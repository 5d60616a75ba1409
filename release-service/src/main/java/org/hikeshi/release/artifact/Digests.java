package org.hikeshi.release.artifact;

/**
 * What was computed while the bytes passed.
 *
 * @param sha256 64 hex digits, lower case; the file's name in the store
 * @param sha1 40 hex digits; only because DDI clients of today ask for it
 * @param md5 32 hex digits; likewise
 * @param size in bytes
 */
public record Digests(String sha256, String sha1, String md5, long size) {}
