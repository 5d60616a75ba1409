package org.hikeshi.release.remediation;

import java.util.Locale;

/** Why somebody who may do a thing in principle cannot do it now; {@link #code} goes outside. */
public enum Refusal {
    /** It has left the house. */
    RELEASED,
    /** Security review or QA have not passed for the present content. */
    NOT_REVIEWED,
    /** Not every file is signed. */
    NOT_SIGNED,
    /** Every file is signed; there is never a second signature. */
    ALREADY_SIGNED,
    /** The signature gate comes before the channel gate. */
    SIGNATURE_GATE_OPEN,
    /** A gate is open. */
    GATES_OPEN,
    /** The policy has no such gate for this kind of remedy. */
    GATE_NOT_ASKED,
    /** Passed for this very content already. */
    ALREADY_PASSED,
    /** Nobody approves work of their own. */
    OWN_WORK,
    /** The two approvers of a signature are two people. */
    SAME_APPROVER,
    /** A product of the fix has no file. */
    FILE_MISSING,
    /** The stored bytes do not verify. */
    DOES_NOT_VERIFY,
    /** The text for customers before publication is not approved. */
    TEXT_NOT_APPROVED,
    /** This very text is approved. */
    TEXT_APPROVED,
    /** There is no text to approve. */
    TEXT_MISSING,
    /** Other bytes are offered under this model and version. */
    VERSION_TAKEN;

    /** As problem documents name it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
