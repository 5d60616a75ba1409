package org.hikeshi.disclosure.advisory;

import java.util.Set;
import org.hikeshi.policy.Reviewing;

/**
 * What is on record about the present text of an advisory.
 *
 * @param complete nothing is missing
 * @param asked the reviews the policy asks for
 * @param accepted those whose last word on exactly this text is yes
 * @param approvedIsThis the approver said yes to exactly this text
 * @param publishedIsThis exactly this text is public
 * @param revisions how many revisions have been public, 0 before the first
 */
public record Standing(
        boolean complete,
        Set<Reviewing> asked,
        Set<Reviewing> accepted,
        boolean approvedIsThis,
        boolean publishedIsThis,
        int revisions,
        boolean withdrawn) {}
