/**
 * How a person of the desk comes in through a page, and out again.
 *
 * <p>{@code /sign-in} takes a name and a password and leaves a cookie, sealed with a key that all
 * services share; each of them reads it on its own, so one sign-in opens the whole desk and nothing
 * is stored on a server. A session ends half an hour after the last page and in any case after
 * twelve hours. A page asked for without a session leads to the form and from there back; only to
 * addresses of this house. Guessing is braked per name, but a browser on which the person signed in
 * before has a brake of its own, so that nobody can lock another person out by guessing. With an
 * identity provider {@code /sign-in} leads there instead and back, and {@code /sign-out} ends the
 * session here and there ({@link org.hikeshi.web.provider}).
 */
@NullMarked
package org.hikeshi.web.signin;

import org.jspecify.annotations.NullMarked;
