/**
 * The desk's side of a report: what exactly arrived, as text with everything invisible made
 * visible, files to be taken home and never opened here, the conversation, and who the reporter is
 * behind a recorded reveal with its purpose. Whoever is on the case may read; only the security
 * office writes to reporters and sees who they are. The same page serves as panel of the case page,
 * one section for each report that the case holds.
 */
@NullMarked
package org.hikeshi.intake.desk;

import org.jspecify.annotations.NullMarked;
