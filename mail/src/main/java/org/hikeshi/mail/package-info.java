/**
 * Mail addresses and MIME, in and out. A {@link org.hikeshi.mail.MailAddress} exists only after it
 * was checked, so whoever holds one may put it into a header or an SMTP command without looking
 * again: it has no line break, no quote, no comment and no space. The check is a deliberate subset
 * of RFC 5321 §4.1.2: dot-atoms to the left, a domain name to the right, international domains in
 * their ASCII form (RFC 5890). What we could not answer to (address literals, quoted or non-ASCII
 * local parts) is refused with a reason instead of failing later in a mail queue. Whether a mailbox
 * exists is not asked here: only a delivery can tell.
 */
@NullMarked
package org.hikeshi.mail;

import org.jspecify.annotations.NullMarked;
