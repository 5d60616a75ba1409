package org.hikeshi.triage.assessment;

import java.util.List;
import org.hikeshi.events.Finding;
import org.hikeshi.events.ScoredVulnerability;
import org.hikeshi.events.Severity;
import org.hikeshi.triage.severity.Urgency;

/**
 * What an assessment amounts to under a policy.
 *
 * @param severity the strictest of its vulnerabilities; NONE if nothing is left
 */
record Judgement(
        Finding finding,
        Severity severity,
        Urgency urgency,
        List<ScoredVulnerability> vulnerabilities) {}
