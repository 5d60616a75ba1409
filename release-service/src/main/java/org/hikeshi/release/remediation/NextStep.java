package org.hikeshi.release.remediation;

import java.util.List;
import org.hikeshi.release.remediation.RemediationShown.GateLine;
import org.hikeshi.release.remediation.RemediationShown.Step;

/** The one step of a remediation's page that is next for a person; the others are quieter. */
record NextStep(
        List<GateLine> gates,
        boolean upload,
        boolean fileMissing,
        Step sign,
        Step release,
        Step approve,
        Step draft) {

    /** The name of its form; empty if the person has nothing to do here. */
    String name() {
        if (upload && fileMissing) {
            return "upload";
        }
        String open = gate(true);
        if (!open.isEmpty()) {
            return open;
        }
        if (sign.possible()) {
            return "sign";
        }
        if (release.possible()) {
            return "release";
        }
        if (approve.possible()) {
            return "approve";
        }
        if (draft.possible()) {
            return "draft";
        }
        return upload ? "upload" : gate(false);
    }

    private String gate(boolean notPassed) {
        return gates.stream()
                .filter(gate -> gate.step().possible())
                .filter(gate -> !notPassed || !gate.outcome().equals("passed"))
                .map(GateLine::gate)
                .findFirst()
                .orElse("");
    }
}
