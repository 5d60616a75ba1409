package org.hikeshi.trust;

import java.nio.file.Path;

/**
 * Who a running service is: its name, its private key, and the directory by which it knows the
 * others.
 */
public record ServiceIdentity(String service, SigningKey key, KeyDirectory directory) {

    public ServiceIdentity {
        KeyEntry.requireService(service);
    }

    /**
     * Reads the private key and finds its id in the directory by its public half, so that a key
     * that nobody would accept is told at start and not by the first listener.
     *
     * @throws UnreadableKeyFile if the key or the directory cannot be read, or the directory has no
     *     entry of this service for this key, or one that says it was compromised
     */
    public static ServiceIdentity load(String service, Path privateKeyPem, Path keyDirectory) {
        SigningKey key = SigningKey.read("unnamed", privateKeyPem);
        KeyDirectory directory = KeyDirectory.read(keyDirectory);
        KeyEntry entry =
                directory.entries().stream()
                        .filter(one -> one.publicKey().equals(key.publicKey()))
                        .filter(one -> one.service().equals(service))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new UnreadableKeyFile(
                                                privateKeyPem,
                                                "its public key is not listed for %s in %s"
                                                        .formatted(service, keyDirectory)));
        if (entry.compromisedSince() != null) {
            throw new UnreadableKeyFile(privateKeyPem, "is marked compromised in " + keyDirectory);
        }
        return new ServiceIdentity(service, key.named(entry.kid()), directory);
    }

    /** Signs in this service's name. */
    public byte[] sign(byte[] message) {
        return key.sign(message);
    }
}
