/** The policy is the program: model, loader, calendar and due dates. */
@NullMarked
package org.hikeshi.policy;

import org.jspecify.annotations.NullMarked;
