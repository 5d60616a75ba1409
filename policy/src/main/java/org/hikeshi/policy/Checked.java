package org.hikeshi.policy;

import java.util.List;

/** A part of the file that can tell what is inconsistent in itself, once each key could be read. */
interface Checked {
    List<Complaint> complaints();
}
