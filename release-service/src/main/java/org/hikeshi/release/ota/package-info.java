/**
 * The server side of hawkBit's Direct Device Integration protocol, version 1, as SWUpdate, RAUC's
 * hawkBit updater, Zephyr and others really speak it.
 *
 * <p>A device asks at its base address what there is for it, fetches what is offered, and posts
 * what became of it. Clients differ from the written protocol and from each other, so this package
 * is strict in what it sends (absolute links from the configured origin, a length on every body,
 * never an empty answer to a question, 200 to every report) and lenient in what it reads: a report
 * whose JSON is broken still says {@code closed} and {@code failure}. An open action is never
 * swapped for another one; it is cancelled first and the device has to answer. Nothing that a
 * device reads says why an update exists: product, version and urgency, no more (design §5).
 */
@NullMarked
package org.hikeshi.release.ota;

import org.jspecify.annotations.NullMarked;
