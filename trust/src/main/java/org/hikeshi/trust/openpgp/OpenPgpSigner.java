package org.hikeshi.trust.openpgp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Date;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.PBESecretKeyDecryptor;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.pgpainless.PGPainless;
import org.pgpainless.key.info.KeyRingInfo;

/**
 * Signs with the newest signing subkey that a service's own file holds. Anybody verifies with the
 * desk's public certificate: {@code gpg --verify text.asc text}.
 */
public final class OpenPgpSigner {

    private final PGPPublicKey subkey;
    private final PGPPrivateKey secret;
    private final String certificate;
    private final InstantSource clock;

    private OpenPgpSigner(
            PGPPublicKey subkey, PGPPrivateKey secret, String certificate, InstantSource clock) {
        this.subkey = subkey;
        this.secret = secret;
        this.certificate = certificate;
        this.clock = clock;
    }

    /**
     * The signer of one service.
     *
     * @param file the service's own subkeys in ASCII armour, as {@code HIKESHI_OPENPGP_KEY} names
     *     it
     * @throws org.hikeshi.trust.UnreadableKeyFile if it is missing
     * @throws IllegalStateException if it holds no signing subkey of this service
     */
    public static OpenPgpSigner read(Path file, InstantSource clock) {
        PGPSecretKeyRing ring = KeyRings.secret(file);
        KeyRingInfo info = PGPainless.inspectKeyRing(ring, Date.from(clock.instant()));
        PGPPublicKey newest =
                info.getSigningSubkeys().stream()
                        .filter(key -> holds(ring, key))
                        .max(Comparator.comparing(PGPPublicKey::getCreationTime))
                        .orElseThrow(
                                () -> new IllegalStateException(file + " holds no signing subkey"));
        return new OpenPgpSigner(
                newest,
                unlocked(ring.getSecretKey(newest.getKeyID())),
                KeyRings.fingerprint(ring.getPublicKey()),
                clock);
    }

    /** Detached binary signature (SHA-512) over exactly these bytes, in ASCII armour. */
    public byte[] detached(byte[] bytes) {
        try {
            PGPSignatureGenerator generator = generator(PGPSignature.BINARY_DOCUMENT);
            generator.update(bytes);
            return KeyRings.armoured(generator.generate().getEncoded());
        } catch (PGPException e) {
            throw new IllegalStateException("the OpenPGP subkey does not sign", e);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * The text with its signature around it (RFC 4880 §7), readable by people as it is.
     *
     * @param text lines end with a line feed and have no space at their ends
     */
    public String clearSigned(String text) {
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        try (ArmoredOutputStream armour =
                ArmoredOutputStream.builder().clearHeaders().build(signed)) {
            PGPSignatureGenerator generator = generator(PGPSignature.CANONICAL_TEXT_DOCUMENT);
            generator.update(text.strip().replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
            armour.beginClearText(HashAlgorithmTags.SHA512);
            armour.write((text.strip() + "\n").getBytes(StandardCharsets.UTF_8));
            armour.endClearText();
            armour.write(generator.generate().getEncoded());
        } catch (PGPException e) {
            throw new IllegalStateException("the OpenPGP subkey does not sign", e);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return signed.toString(StandardCharsets.UTF_8);
    }

    private PGPSignatureGenerator generator(int type) throws PGPException {
        PGPSignatureGenerator generator =
                new PGPSignatureGenerator(
                        new BcPGPContentSignerBuilder(
                                subkey.getAlgorithm(), HashAlgorithmTags.SHA512),
                        subkey);
        generator.init(type, secret);
        PGPSignatureSubpacketGenerator hashed = new PGPSignatureSubpacketGenerator();
        hashed.setSignatureCreationTime(false, Date.from(clock.instant()));
        hashed.setIssuerFingerprint(false, subkey);
        generator.setHashedSubpackets(hashed.generate());
        PGPSignatureSubpacketGenerator unhashed = new PGPSignatureSubpacketGenerator();
        unhashed.setIssuerKeyID(false, subkey.getKeyID());
        generator.setUnhashedSubpackets(unhashed.generate());
        return generator;
    }

    /** Fingerprint of the certificate's primary key: forty upper-case hexadecimal digits. */
    public String certificateFingerprint() {
        return certificate;
    }

    /** Fingerprint of the subkey that signs. */
    public String subkeyFingerprint() {
        return KeyRings.fingerprint(subkey);
    }

    private static boolean holds(PGPSecretKeyRing ring, PGPPublicKey key) {
        PGPSecretKey secret = ring.getSecretKey(key.getKeyID());
        return secret != null && !secret.isPrivateKeyEmpty();
    }

    private static PGPPrivateKey unlocked(PGPSecretKey key) {
        try {
            return key.extractPrivateKey((PBESecretKeyDecryptor) null);
        } catch (PGPException e) {
            throw new IllegalStateException("the OpenPGP subkey cannot be read", e);
        }
    }
}
