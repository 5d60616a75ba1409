/**
 * The policy is the program. A vendor writes one YAML file; {@link org.hikeshi.policy.PolicyFile}
 * reads it into the immutable {@link org.hikeshi.policy.Policy}, or says in plain sentences what is
 * wrong at which line and key, everything at once. The records of the model are the shape of the
 * file: loader, editor's schema and documentation follow from them, so none can drift.
 *
 * <p>{@link org.hikeshi.policy.BusinessCalendar} and {@link org.hikeshi.policy.Term} turn a
 * received report into due instants, as pure functions: intake prints promises with them, triage
 * runs clocks with them. {@link org.hikeshi.policy.PublicPolicy} is what outsiders may read of the
 * file. What a policy does not say is neither shown nor enforced anywhere.
 */
@NullMarked
package org.hikeshi.policy;

import org.jspecify.annotations.NullMarked;
