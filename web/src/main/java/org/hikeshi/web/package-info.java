/** The common look and the doors: layout, tokens, form parts, security headers. */
@NullMarked
package org.hikeshi.web;

import org.jspecify.annotations.NullMarked;
