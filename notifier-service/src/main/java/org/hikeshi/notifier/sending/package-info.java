/**
 * Bringing mails to the mail server, each exactly once.
 *
 * <p>{@link org.hikeshi.notifier.sending.DeliveringMail} keeps a few workers that are woken after
 * each commit and also look for themselves. A worker takes one delivery from the ledger, asks
 * intake for the address ({@code IntakeContacts}), has the letter written, hands it to the mail
 * server ({@code MailServer}) and writes down what came of it. While it talks it beats; {@code
 * Vigil} gives up deliveries whose worker has stopped beating. All that can fail on the way
 * (intake, mail server, database) is waited for, for ever; only a server's final no ends a
 * delivery. The one window for a second copy is a crash, or a silence longer than the patience,
 * between the final dot and the server's answer.
 */
@NullMarked
package org.hikeshi.notifier.sending;

import org.jspecify.annotations.NullMarked;
