/**
 * Local people: who may use the staff APIs while no identity provider is connected.
 *
 * <p>The launcher makes a file with one line per person, and a person's name without a trailing
 * {@code -2} is the role. Programs sign in with HTTP Basic (RFC 7617), on API paths only. Guessing
 * is braked per name, so that trying one name never keeps another person out. A deployed workspace
 * has an identity provider; with a people file it refuses to start.
 */
@NullMarked
package org.hikeshi.web.people;

import org.jspecify.annotations.NullMarked;
