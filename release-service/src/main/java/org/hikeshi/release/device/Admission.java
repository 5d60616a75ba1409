package org.hikeshi.release.device;

/** Whether somebody who knocks at a device's address is that device. */
public sealed interface Admission {

    /** It is. */
    record Known(Device device) implements Admission {}

    /** A device of ours, but not at its own address: it learns nothing of others. */
    record Elsewhere() implements Admission {}

    /** No token, or nobody's token. */
    record Stranger() implements Admission {}
}
