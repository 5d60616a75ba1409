/**
 * The products as release publishes them, for the reporter who looks for a name and for the desk
 * that reads one. What a reporter types stays free text; only where it is exactly the name of one
 * product does the report say so to the other services. The list is public knowledge and may be
 * seconds old.
 */
@NullMarked
package org.hikeshi.intake.catalogue;

import org.jspecify.annotations.NullMarked;
