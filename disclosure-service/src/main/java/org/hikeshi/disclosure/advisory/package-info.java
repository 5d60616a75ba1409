/**
 * The text of an advisory or notice on its way to the public.
 *
 * <p>A content ({@link org.hikeshi.disclosure.advisory.AdvisoryContent}) is everything the public
 * will read except number, status, dates and generator. Its written form has a hash, and every
 * review and the approval are bound to that hash: whoever edits makes another hash, and all that
 * was said about the old one is worth nothing for the new one. So the state of an advisory is never
 * set, only computed. {@link org.hikeshi.disclosure.advisory.Completeness} says what a text lacks
 * before anybody is asked to read it, {@link org.hikeshi.disclosure.advisory.Duties} who may do
 * what and when, by the policy of the case. While unpublished the text is sealed with the key of
 * its case; no event, log line or mail carries a word of it.
 */
@NullMarked
package org.hikeshi.disclosure.advisory;

import org.jspecify.annotations.NullMarked;
