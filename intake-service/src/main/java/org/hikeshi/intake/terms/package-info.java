/**
 * Under which version of the policy a report was taken. Every version the service ever started with
 * is kept as text with its hash; a report names its version for ever, and its promises are computed
 * from exactly that text, whatever the policy says today (E0). The same version number with another
 * text is refused at start: it would change promises already given.
 */
@NullMarked
package org.hikeshi.intake.terms;

import org.jspecify.annotations.NullMarked;
