/**
 * What other services may read: the notifier asks for an approved text by its hash and gets that
 * text or nothing, so no mail can carry a word that was not approved (E5.2-text).
 */
@NullMarked
package org.hikeshi.disclosure.telling;

import org.jspecify.annotations.NullMarked;
