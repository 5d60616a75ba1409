/**
 * Where staff work on advisories: the API {@code /api/v1/advisories}, the pages {@code
 * /desk/advisories} (editor with both languages side by side, reviews, approval, preview), and the
 * panel for the page of a case. Nothing is decided here; results of the use cases are put into HTTP
 * and words.
 */
@NullMarked
package org.hikeshi.disclosure.desk;

import org.jspecify.annotations.NullMarked;
