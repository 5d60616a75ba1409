/**
 * The report form and what follows it, complete without script. A person's input is never thrown
 * away: a form that could not be taken comes back with every value, and its files stay sealed for
 * two hours under a random id that the page carries (ADR 0402). The form is tolerant where the API
 * is strict; what it took differently from what was typed it says on the next page. After success
 * the access key travels once more in a sealed cookie that only the received page gets, so the page
 * survives reload, print and a change of language while nothing of the key is stored.
 */
@NullMarked
package org.hikeshi.intake.form;

import org.jspecify.annotations.NullMarked;
