/**
 * Forms with files, read while they arrive.
 *
 * <p>{@link org.hikeshi.web.multipart.MultipartBody} hands out the parts of a request one after the
 * other with one small buffer; who takes a part decides what becomes of its bytes, and nothing is
 * spooled to disk in between. ADR 0401 says why no library does this. A request that is refused
 * before its end is read on for a while by {@link org.hikeshi.web.multipart.Draining}, because a
 * browser that is still sending does not read the answer.
 */
@NullMarked
package org.hikeshi.web.multipart;

import org.jspecify.annotations.NullMarked;
