/**
 * The people of the house: who holds which role, and how to reach them.
 *
 * <p>Staff addresses are known here and nowhere else; every other service names people by opaque
 * ids. They stand in one small file ({@link org.hikeshi.notifier.people.PeopleFile}), which is read
 * again when it was changed, so that a new colleague needs no restart. A role may name who stands
 * in for it. Whoever is in no line of the file cannot be reached, and what is owed to a role
 * without people is shown in the mail ledger as not told.
 */
@NullMarked
package org.hikeshi.notifier.people;

import org.jspecify.annotations.NullMarked;
