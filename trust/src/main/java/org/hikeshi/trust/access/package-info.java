/**
 * How far an endpoint reaches, as its method says it. Roles stand in the annotations of the
 * framework and are asked at the door; the relation to the case is asked in the use case, and
 * {@link org.hikeshi.trust.access.Reaches} says which one that is. Both together are the table of
 * who may reach what: the page of the documentation and the tests that knock at every door are made
 * from it, so a method that says nothing fails the build. It stands here because the mechanism and
 * the look have endpoints too and know no other module of ours. Nothing reads it while a service
 * runs.
 */
@NullMarked
package org.hikeshi.trust.access;

import org.jspecify.annotations.NullMarked;
