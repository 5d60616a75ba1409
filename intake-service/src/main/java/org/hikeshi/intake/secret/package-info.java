/**
 * What intake derives from its one secret file: the reporters' access keys, the marks by which a
 * repeated request is known again, and the seal of the cookies that carry a reporter from page to
 * page. Each has its own sub-key, so that none can be taken for another. Nothing of it is stored.
 */
@NullMarked
package org.hikeshi.intake.secret;

import org.jspecify.annotations.NullMarked;
