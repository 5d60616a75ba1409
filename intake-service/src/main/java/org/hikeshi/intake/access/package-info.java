/**
 * How a reporter without an account is let in to the own report and nobody else is: by tracking
 * code and access key, afterwards by a sealed cookie that is good for one path while that key is in
 * force. An unknown code and a wrong key get the same answer after the same work, and only failing
 * attempts are ever slowed down, so nobody can lock a reporter out.
 */
@NullMarked
package org.hikeshi.intake.access;

import org.jspecify.annotations.NullMarked;
