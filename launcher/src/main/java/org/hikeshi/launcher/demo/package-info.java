/**
 * {@code ./hikeshi demo}: one report through the whole chain of a running trial system, told step
 * by step with every mail that left. Everything is done through the public interfaces as the people
 * of the desk would do it: {@link org.hikeshi.launcher.demo.Story} knows the calls, {@link
 * org.hikeshi.launcher.demo.Door} how to make one in somebody's name. No clock is moved and nothing
 * is written behind the services' backs; an origin that does not answer as a trial workspace is
 * refused. The journeys of the tests walk the same chain. {@link org.hikeshi.launcher.demo.Filling}
 * brings in a whole data set the same way ({@code --fill}).
 */
@NullMarked
package org.hikeshi.launcher.demo;

import org.jspecify.annotations.NullMarked;
