/**
 * The desk's one OpenPGP certificate (RFC 4880 version 4, Ed25519 and Cv25519, read by every
 * OpenPGP program of the last ten years).
 *
 * <p>Its primary key certifies and does nothing else; it stays with whoever runs the desk and no
 * service ever holds it. What services do, they do with subkeys of their own: intake decrypts mail
 * and signs receipts, the notifier signs mails, disclosure signs advisories. Each gets a file with
 * its own subkeys only, the rest replaced by stubs as GnuPG writes them, so that a broken service
 * costs one subkey and not the certificate. Rotation adds new subkeys; old signatures stay good and
 * old mail stays readable.
 */
@NullMarked
package org.hikeshi.trust.openpgp;

import org.jspecify.annotations.NullMarked;
