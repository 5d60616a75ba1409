package org.hikeshi.trust.openpgp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.gnupg.GnuPGDummyKeyUtil;
import org.hikeshi.trust.SecretFile;
import org.pgpainless.PGPainless;
import org.pgpainless.algorithm.KeyFlag;
import org.pgpainless.key.generation.KeySpec;
import org.pgpainless.key.generation.type.KeyType;
import org.pgpainless.key.generation.type.eddsa_legacy.EdDSALegacyCurve;
import org.pgpainless.key.generation.type.xdh_legacy.XDHLegacySpec;
import org.pgpainless.key.modification.secretkeyring.SecretKeyRingEditorInterface;
import org.pgpainless.key.protection.SecretKeyRingProtector;
import org.pgpainless.util.Passphrase;

/** Makes and renews the desk's certificate; only who keeps its primary key can. */
public final class DeskCertificate {

    /** How long the certificate is good; a rotation begins this anew. */
    public static final Period LIFE = Period.ofYears(3);

    private DeskCertificate() {}

    /**
     * Makes the certificate and writes all its files, the secret ones with rights 0600.
     *
     * @param userId {@code Example Devices product security desk <security@example.com>}
     * @throws IllegalStateException if there is a primary key already: it is never overwritten
     */
    public static void create(DeskKeyFiles files, String userId, Instant now) {
        if (Files.exists(files.primary())) {
            throw new IllegalStateException(files.primary() + " exists already");
        }
        Date at = Date.from(now.truncatedTo(ChronoUnit.SECONDS));
        PGPSecretKeyRing ring =
                PGPainless.buildKeyRing()
                        .setPrimaryKey(edwards(KeyFlag.CERTIFY_OTHER, at))
                        .addSubkey(decrypting(at))
                        .addSubkey(edwards(KeyFlag.SIGN_DATA, at))
                        .addSubkey(edwards(KeyFlag.SIGN_DATA, at))
                        .addSubkey(edwards(KeyFlag.SIGN_DATA, at))
                        .addUserId(userId)
                        .setExpirationDate(end(now))
                        .build();
        List<Long> ids = ids(ring);
        write(
                files,
                ring,
                List.of(Set.of(ids.get(1), ids.get(2)), Set.of(ids.get(3)), Set.of(ids.get(4))));
    }

    /**
     * Adds new subkeys to a certificate and prolongs it. What was signed stays good, what was
     * encrypted stays readable; from the next start the services use the new ones.
     */
    public static void rotate(DeskKeyFiles files, Instant now) {
        PGPSecretKeyRing ring = KeyRings.secret(files.primary());
        List<Set<Long>> owned = new ArrayList<>();
        files.ofServices().forEach(file -> owned.add(held(KeyRings.secret(file))));
        List<Long> before = ids(ring);
        PGPSecretKeyRing renewed = renewed(ring, now);
        List<Long> added = ids(renewed).stream().filter(id -> !before.contains(id)).toList();
        owned.get(0).addAll(added.subList(0, 2));
        owned.get(1).add(added.get(2));
        owned.get(2).add(added.get(3));
        write(files, renewed, owned);
    }

    private static PGPSecretKeyRing renewed(PGPSecretKeyRing ring, Instant now) {
        Date at = Date.from(now.truncatedTo(ChronoUnit.SECONDS));
        SecretKeyRingProtector open = SecretKeyRingProtector.unprotectedKeys();
        Passphrase none = Passphrase.emptyPassphrase();
        try {
            SecretKeyRingEditorInterface editor =
                    PGPainless.modifyKeyRing(ring).setExpirationDate(end(now), open);
            for (KeySpec subkey :
                    List.of(
                            decrypting(at),
                            edwards(KeyFlag.SIGN_DATA, at),
                            edwards(KeyFlag.SIGN_DATA, at),
                            edwards(KeyFlag.SIGN_DATA, at))) {
                editor = editor.addSubKey(subkey, none, null, open);
            }
            return editor.done();
        } catch (PGPException | GeneralSecurityException e) {
            throw new IllegalStateException("the certificate cannot be renewed", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(DeskKeyFiles files, PGPSecretKeyRing ring, List<Set<Long>> owned) {
        SecretFile.write(files.primary(), KeyRings.armoured(ring));
        for (int service = 0; service < owned.size(); service++) {
            Set<Long> own = owned.get(service);
            PGPSecretKeyRing stubs =
                    GnuPGDummyKeyUtil.modify(ring).removePrivateKeys(id -> !own.contains(id));
            Path file = files.ofServices().get(service);
            SecretFile.write(file, KeyRings.armoured(stubs));
        }
        SecretFile.write(
                files.certificate(), KeyRings.armoured(PGPainless.extractCertificate(ring)));
    }

    private static Set<Long> held(PGPSecretKeyRing ring) {
        Set<Long> ids = new HashSet<>();
        for (PGPSecretKey key : ring) {
            if (!key.isPrivateKeyEmpty()) {
                ids.add(key.getKeyID());
            }
        }
        return ids;
    }

    private static List<Long> ids(PGPSecretKeyRing ring) {
        return StreamSupport.stream(ring.spliterator(), false).map(PGPSecretKey::getKeyID).toList();
    }

    private static Date end(Instant now) {
        return Date.from(now.atZone(ZoneOffset.UTC).plus(LIFE).toInstant());
    }

    private static KeySpec edwards(KeyFlag use, Date at) {
        return KeySpec.getBuilder(KeyType.EDDSA_LEGACY(EdDSALegacyCurve._Ed25519), use)
                .setKeyCreationDate(at)
                .build();
    }

    private static KeySpec decrypting(Date at) {
        return KeySpec.getBuilder(
                        KeyType.XDH_LEGACY(XDHLegacySpec._X25519),
                        KeyFlag.ENCRYPT_COMMS,
                        KeyFlag.ENCRYPT_STORAGE)
                .setKeyCreationDate(at)
                .build();
    }
}
