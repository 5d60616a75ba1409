/**
 * What a machine can see of a page: the checks every page, state and language must pass.
 *
 * <p>{@link org.hikeshi.system.pages.PageChecks} opens a page in headless Chromium, with scripts
 * and without, wide and at 320 px, on screen and on paper, and returns what it found as sentences.
 * How the state is reached is a function, so that an error page after a submitted form is checked
 * like any other. {@code PageChecksIT} shows that each check goes red on a page with exactly that
 * defect.
 */
package org.hikeshi.system.pages;
