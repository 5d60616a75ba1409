/**
 * How bad it is, and what comes first.
 *
 * <p>A CVSS v3.1 vector is checked metric by metric before the calculator sees it, and scored
 * exactly ({@link org.hikeshi.triage.severity.CvssReading}). Which score sets the band, or whether
 * severity goes by definitions with a justification, is the policy's ({@link
 * org.hikeshi.triage.severity.Banding}). Factors raise the priority and never lower it ({@link
 * org.hikeshi.triage.severity.Urgency}); a lower outcome than the one in force needs a second
 * person.
 */
@NullMarked
package org.hikeshi.triage.severity;

import org.jspecify.annotations.NullMarked;
