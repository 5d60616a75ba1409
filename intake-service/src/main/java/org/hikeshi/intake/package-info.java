/**
 * Intake: the desk's letter box. It alone knows who reported and what; everybody else hears ids and
 * dates. A report comes in through {@code report} (API) or {@code form} (page), its files through
 * {@code upload}; {@code status} shows reporters how it goes on, {@code contact} tells the notifier
 * whom to write to. This package puts the pieces together: {@link org.hikeshi.intake.IntakeBeans}
 * is the only place that reads settings and files of keys.
 */
@NullMarked
package org.hikeshi.intake;

import org.jspecify.annotations.NullMarked;
