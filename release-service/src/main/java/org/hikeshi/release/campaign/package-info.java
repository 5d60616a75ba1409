/**
 * Bringing a released remediation to the field: staged rollout over the air, or a declared
 * distribution by download or by hand.
 *
 * <p>A campaign is drafted with its stages; starting takes two people, stopping one click by
 * anybody on the case. Every device of a stage gets an action; what devices report decides by
 * itself whether the next stage opens or the campaign halts. Resuming after a halt takes two people
 * again and counts failures anew. Completion is measured for devices and declared, with its reason,
 * for everything else (A3.4, A5). {@code CampaignState} and {@code ActionState} hold every legal
 * step; {@code Stages} and {@code Thresholds} are pure arithmetic. What leaves the house on the way
 * names product, version and urgency, never the vulnerability.
 */
@NullMarked
package org.hikeshi.release.campaign;

import org.jspecify.annotations.NullMarked;
