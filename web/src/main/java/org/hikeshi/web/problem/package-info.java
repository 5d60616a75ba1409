/**
 * How the APIs say no: problem documents of RFC 9457 in the caller's language.
 *
 * <p>A use case returns its refusal as a value; the resource turns it into a {@link
 * org.hikeshi.web.problem.Problem} and answers with {@link org.hikeshi.web.problem.Problems}. What
 * the framework throws (unreadable JSON, unknown fields, wrong methods, missing rights) is mapped
 * to the same documents, and what nobody foresaw becomes a bare incident number: the log has
 * classes and lines of the failure, never its message, because messages quote input. Outside the
 * APIs the same refusals are plain pages.
 */
@NullMarked
package org.hikeshi.web.problem;

import org.jspecify.annotations.NullMarked;
