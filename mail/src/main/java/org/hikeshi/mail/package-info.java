/** Mail addresses and MIME, in and out. */
@NullMarked
package org.hikeshi.mail;

import org.jspecify.annotations.NullMarked;
