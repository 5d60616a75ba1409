/**
 * R2 to R14: what reporters are told while their report goes through the house.
 *
 * <p>{@code ReporterLetters} finds the facts of the case and the one a letter is about, and leaves
 * the words to one class for each part of the way: {@code Conversation}, {@code Assessment}, {@code
 * Remedy}, {@code Publication}, {@code Progress}. A letter says where things stand, what comes next
 * and when. What was found, asked or decided in words stands on the status page, and a clear mail
 * only says that it is there: none of these classes ever sees such words. Dates are those that
 * count now, and house numbers are shown to nobody.
 */
@NullMarked
package org.hikeshi.notifier.reporter;

import org.jspecify.annotations.NullMarked;
