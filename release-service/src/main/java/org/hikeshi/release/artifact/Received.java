package org.hikeshi.release.artifact;

/** How an upload ended. */
public sealed interface Received {

    /** The bytes are in the store. */
    record Kept(Digests digests) implements Received {}

    /** More bytes than a file may have; nothing was kept. */
    record TooLarge(long largestBytes) implements Received {}

    /** Another number of bytes than the sender said; nothing was kept. */
    record OtherLength(long said, long came) implements Received {}

    /** Other bytes than the sender said by digest (RFC 9530); nothing was kept. */
    record OtherDigest() implements Received {}

    /** No bytes at all. */
    record Empty() implements Received {}
}
