/**
 * A letter before it becomes a mail: the same words for text and HTML, in one language or in two
 * under each other.
 *
 * <p>What is said stands in {@link org.hikeshi.notifier.letter.Block blocks}; {@code TextForm} and
 * {@code HtmlForm} only dress it, so that neither can say what the other does not. {@link
 * org.hikeshi.notifier.letter.Mime} puts both into a message that mail programs of any age read:
 * UTF-8, transfer encodings, encoded words, Message-ID, and the mark that no machine shall answer
 * it (RFC 3834). Nothing is attached, nothing is fetched, nothing counts the reader.
 */
@NullMarked
package org.hikeshi.notifier.letter;

import org.jspecify.annotations.NullMarked;
