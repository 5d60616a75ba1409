package org.hikeshi.casefile;

/**
 * A case is under a version of the policy that this service never started with. Thrown in a handler
 * it parks the case's events with an alarm; they go on by themselves once the service was started
 * with that version.
 */
public final class UnknownPolicyVersionException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    UnknownPolicyVersionException(String version) {
        super("policy version " + version + " is not known here: start this service with it once");
    }
}
