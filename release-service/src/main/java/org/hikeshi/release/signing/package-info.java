/**
 * Signing firmware (A7.2, E5.5-sig): RSASSA-PSS with SHA-256, MGF1 with SHA-256 and a salt of 32
 * bytes (RFC 8017 §8.1), which {@code openssl dgst -sha256 -sigopt rsa_padding_mode:pss} verifies.
 *
 * <p>The key lies in a PKCS#12 keystore; a trial makes one at first start, a deployed system brings
 * its own. Beside each file goes a manifest for the device: model, version, the floor below which
 * it never goes back, digest, size, and from when until when it may be installed. Signatures are
 * kept by the digest of what was signed: however many people press the button at once, the first
 * stored one wins and no second is offered. Signing needs two people, neither of whom uploaded the
 * file, after security review and QA have passed for exactly these bytes.
 */
@NullMarked
package org.hikeshi.release.signing;

import org.jspecify.annotations.NullMarked;
