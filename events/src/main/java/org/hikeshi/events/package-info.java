/**
 * The contract between the services: what may be said on {@code case-events}, by whom, and in which
 * bytes. An event is a record of ids, enums, versions and dates; its value types admit only their
 * own pattern, so no name, address or prose can travel by mistake. {@link EventCodec} turns events
 * into JSON and back: within {@code v1} fields are only added, unknown fields are ignored, unknown
 * enum values become {@code UNKNOWN}, and anything else is an {@link UnreadableEvent}. {@link
 * Speakers} says which service may say a type, {@link Topics} how the topics are made. JSON
 * Schemas, golden files and the AsyncAPI document lie in the resources and are compared with the
 * records by tests.
 */
@NullMarked
package org.hikeshi.events;

import org.jspecify.annotations.NullMarked;
