package org.hikeshi.policy;

/** Whether a policy file may be used; a refusal says why in a sentence for the operator. */
public sealed interface ApprovalVerdict {
    record Usable() implements ApprovalVerdict {}

    record Refused(String reason) implements ApprovalVerdict {}
}
