/** The contract between the services: records, codec, schemas, golden files. */
@NullMarked
package org.hikeshi.events;

import org.jspecify.annotations.NullMarked;
