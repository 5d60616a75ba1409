package org.hikeshi.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our Ed25519 is Bouncy Castle's; here it is pinned to RFC 8032 and to the JDK's own. */
class Ed25519Test {

    private static final HexFormat HEX = HexFormat.of();
    private static final BigInteger ORDER =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

    @ParameterizedTest
    @CsvSource({
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
                + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a,'',"
                + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
                + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c,72,"
                + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7,"
                + "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025,af82,"
                + "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
    })
    void rfc8032(String seed, String point, String message, String signature) {
        SigningKey key = SigningKey.ofSeed("rfc", HEX.parseHex(seed));
        assertThat(HEX.formatHex(key.publicKey().raw())).isEqualTo(point);
        assertThat(HEX.formatHex(key.sign(HEX.parseHex(message)))).isEqualTo(signature);
        assertThat(key.publicKey().verifies(HEX.parseHex(message), HEX.parseHex(signature)))
                .isTrue();
    }

    @Test
    void theJdkSignsAndVerifiesTheSame() throws GeneralSecurityException {
        Random random = new Random(11);
        for (int i = 0; i < 50; i++) {
            byte[] seed = new byte[32];
            byte[] message = new byte[random.nextInt(2_000)];
            random.nextBytes(seed);
            random.nextBytes(message);
            SigningKey ours = SigningKey.ofSeed("pin", seed);
            byte[] signature = ours.sign(message);
            assertThat(jdkSign(seed, message)).isEqualTo(signature);
            assertThat(jdkVerifies(ours.publicKey(), message, signature)).isTrue();
            byte[] wrong = Flips.bit(signature, random.nextInt(512));
            assertThat(jdkVerifies(ours.publicKey(), message, wrong))
                    .isEqualTo(ours.publicKey().verifies(message, wrong))
                    .isFalse();
        }
    }

    @Test
    void anyFlippedBitBreaksIt() {
        Random random = new Random(12);
        SigningKey key = SigningKey.generate("k");
        byte[] message = new byte[100];
        random.nextBytes(message);
        byte[] signature = key.sign(message);
        for (int bit = 0; bit < signature.length * 8; bit++) {
            assertThat(key.publicKey().verifies(message, Flips.bit(signature, bit))).isFalse();
        }
        for (int bit = 0; bit < message.length * 8; bit++) {
            assertThat(key.publicKey().verifies(Flips.bit(message, bit), signature)).isFalse();
        }
        assertThat(key.publicKey().verifies(message, signature)).isTrue();
    }

    /** RFC 8032 §5.1.7: S not reduced would be a second signature of the same message. */
    @Test
    void aSecondFormOfASignatureIsRefused() {
        SigningKey key = SigningKey.generate("k");
        byte[] message = {1, 2, 3};
        byte[] signature = key.sign(message);
        BigInteger s = littleEndian(Arrays.copyOfRange(signature, 32, 64)).add(ORDER);
        byte[] malleable = signature.clone();
        byte[] big = s.toByteArray();
        for (int i = 0; i < 32; i++) {
            malleable[32 + i] = i < big.length ? big[big.length - 1 - i] : 0;
        }
        assertThat(malleable).isNotEqualTo(signature);
        assertThat(key.publicKey().verifies(message, malleable)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 65, 128})
    void aSignatureOfAnotherLengthIsRefused(int length) {
        SigningKey key = SigningKey.generate("k");
        byte[] cut = Arrays.copyOf(key.sign(new byte[0]), length);
        assertThat(key.publicKey().verifies(new byte[0], cut)).isFalse();
    }

    /** Points of small order verify signatures of any message: no key. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0100000000000000000000000000000000000000000000000000000000000000",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
            })
    void aWeakPublicKeyIsRefused(String raw) {
        assertThatIllegalArgumentException().isThrownBy(() -> PublicKey32.of(HEX.parseHex(raw)));
    }

    @Test
    void aKeyFileIsReadBack(@TempDir Path folder) {
        SigningKey key = SigningKey.generate("intake-1");
        Path file = folder.resolve("intake-1.pem");
        key.write(file);
        SigningKey read = SigningKey.read(file);
        assertThat(read.kid()).isEqualTo("intake-1");
        assertThat(read.publicKey()).isEqualTo(key.publicKey());
        assertThat(read.sign(new byte[] {7})).isEqualTo(key.sign(new byte[] {7}));
        assertThat(key).hasToString("intake-1");
    }

    private static BigInteger littleEndian(byte[] bytes) {
        byte[] big = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            big[i] = bytes[bytes.length - 1 - i];
        }
        return new BigInteger(1, big);
    }

    private static byte[] jdkSign(byte[] seed, byte[] message) throws GeneralSecurityException {
        PrivateKey key =
                KeyFactory.getInstance("Ed25519")
                        .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(key);
        signature.update(message);
        return signature.sign();
    }

    private static boolean jdkVerifies(PublicKey32 key, byte[] message, byte[] bytes)
            throws GeneralSecurityException {
        byte[] spki = Pem.read("PUBLIC KEY", key.pem().getBytes()).orElseThrow();
        PublicKey jdk =
                KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki));
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(jdk);
        signature.update(message);
        try {
            return signature.verify(bytes);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
