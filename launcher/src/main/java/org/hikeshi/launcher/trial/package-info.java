/**
 * What only a trial has: the start page with its five tiles and the mailbox that shows every mail
 * that left.
 *
 * <p>Both stand behind a link that works once and leaves a cookie, or behind HTTP Basic of any
 * local person. The pages take the common look from the {@code web} module's files.
 */
@NullMarked
package org.hikeshi.launcher.trial;

import org.jspecify.annotations.NullMarked;
