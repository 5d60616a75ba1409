/** Reports, reporters, attachments, conversations, receipts. */
@NullMarked
package org.hikeshi.intake;

import org.jspecify.annotations.NullMarked;
