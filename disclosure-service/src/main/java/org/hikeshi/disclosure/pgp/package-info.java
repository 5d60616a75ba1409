/**
 * The desk's OpenPGP signature over what is published: CSAF documents and security.txt.
 *
 * <p>The desk has one certificate; this service holds the secret part of one signing subkey and
 * nothing else of it. Without a key nothing is signed and nothing claims to be.
 */
@NullMarked
package org.hikeshi.disclosure.pgp;

import org.jspecify.annotations.NullMarked;
