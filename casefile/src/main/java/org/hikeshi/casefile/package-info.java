/**
 * What every service keeps of a case, whatever else it decides about it.
 *
 * <p>A case is judged by the version of the policy that was in force when its first report was
 * received, for as long as it lives. So each service keeps, as text with its hash, every version it
 * ever started with ({@link org.hikeshi.casefile.PolicyVersions}); the same number with another
 * text does not start, and a case under a version unknown here waits until the operator has brought
 * the file. Services that act on cases also keep a row per case ({@link
 * org.hikeshi.casefile.Cases}), born from {@code report-received}. Pages learn from it whose desk
 * they speak for. Of what others decide it keeps who is on a case, which reports a case holds and
 * which products there are; it says facts, opens tasks, seals prose of a case and has reporters
 * told for whoever asks. {@code CasefileBeans} tells the mechanism what the contract of the events
 * says. This is the one place below the services where policy, events, messaging and web meet;
 * nothing comes in that not every service needs (ADR 0501).
 */
@NullMarked
package org.hikeshi.casefile;

import org.jspecify.annotations.NullMarked;
