/**
 * What intake knows of how a report's case goes on. Triage, release, disclosure and the notifier
 * say it on {@code case-events}, intake says its own part there too, and every such event is kept
 * as it was said. Nothing is concluded while hearing: status page, conversation and the rules about
 * what a reporter may do all ask for the set ({@link org.hikeshi.intake.casefact.CaseHistory}), so
 * that the order of arrival means nothing. A report that was joined to another case goes on under
 * that case; what was said about other reports of it stays theirs.
 */
@NullMarked
package org.hikeshi.intake.casefact;

import org.jspecify.annotations.NullMarked;
