/**
 * How reporters want to be named (E3.4-content). Identities live in intake; this service asks it
 * for the credit lines of a case when a person opens or saves a text, keeps the last answer sealed,
 * and calls a text incomplete as long as a wish is unknown or not printed.
 */
@NullMarked
package org.hikeshi.disclosure.credit;

import org.jspecify.annotations.NullMarked;
