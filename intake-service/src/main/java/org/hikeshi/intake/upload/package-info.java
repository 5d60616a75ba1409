/**
 * Files on their way in. A request body is read once, from the socket, on a virtual thread: {@link
 * org.hikeshi.intake.upload.IncomingParts} hands out its parts one after the other and {@code
 * SealedUploads} seals each file chunk by chunk into rows of the database while it arrives (design
 * §5, ADR 0401). Nothing is ever written in clear, to disk or anywhere else, and no file is held in
 * the heap as a whole. An upload belongs to nobody until a report's commit adopts it; what nobody
 * adopted within two hours is swept away with its key.
 */
@NullMarked
package org.hikeshi.intake.upload;

import org.jspecify.annotations.NullMarked;
