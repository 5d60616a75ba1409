/**
 * What brakes the guessing of passwords, wherever local people sign in: at the services and at the
 * launcher's own pages. In memory, per process.
 */
@NullMarked
package org.hikeshi.trust.signin;

import org.jspecify.annotations.NullMarked;
