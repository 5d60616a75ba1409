/**
 * What containers run of the launcher: {@code prepare} makes the keys and passwords of an
 * installation and hands each container its own, {@code topics} makes the topics of the contract,
 * {@code gateway} is the origin in front of services that run elsewhere, {@code mailbox} catches
 * the mails of a trial. Each is a command of the image {@code hikeshi/tools}.
 */
@NullMarked
package org.hikeshi.launcher.container;

import org.jspecify.annotations.NullMarked;
