/**
 * What customers may read before publication: that an update exists for a product, in which
 * version, how urgent it is, and how to get it. Nothing else (A7.4).
 *
 * <p>The text is a document of its own. Product, version and urgency are put in by the house; the
 * security office writes only how to get it, in both languages, and words that name a weakness are
 * refused. Another person, whom the policy names for outward texts, approves exactly that text by
 * its hash, and nobody who wrote in it; a new draft voids the approval. Approved texts are kept for
 * ever under their hash, so that whoever sends one can show which text it was.
 */
@NullMarked
package org.hikeshi.release.text;

import org.jspecify.annotations.NullMarked;
