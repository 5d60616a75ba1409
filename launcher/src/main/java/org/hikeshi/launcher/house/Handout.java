package org.hikeshi.launcher.house;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hikeshi.parts.Secrets;

/**
 * What each container of an installation is given of its keys, passwords and files: only what it
 * needs. A folder per owner (a volume each in compose), or objects of Kubernetes.
 */
public final class Handout {
    /**
     * One file for one owner.
     *
     * @param owner folder of the volume
     * @param name file in it
     */
    private record Piece(String owner, String name, Path source) {}

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final List<Piece> pieces;

    private Handout(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
    }

    /**
     * Makes whatever is missing in the folder of the installation; what is there is kept.
     *
     * @param trial whether for a trial: its keys are known by their names, and it has local people
     */
    public static Handout of(Premises premises, Wishes wishes, Clock clock, boolean trial)
            throws IOException {
        premises.prepare();
        ChosenPolicy policy = ChosenPolicy.of(premises, wishes.policy());
        FirstSecrets secrets = new FirstSecrets(premises, clock, trial);
        secrets.make();
        new DeskKey(premises, clock).makeOnce(policy.loaded().policy());
        Secrets.keptIn(postgresPassword(premises));
        List<Piece> pieces = new ArrayList<>();
        for (String service : Premises.SERVICES) {
            pieces.addAll(ofService(service, premises, secrets));
        }
        try (Stream<Path> keys = Files.list(premises.keys())) {
            keys.sorted()
                    .forEach(key -> pieces.add(new Piece("keys", key.getFileName() + "", key)));
        }
        pieces.add(new Piece("shared", "session.key", premises.sessionKey()));
        if (trial) {
            pieces.add(new Piece("shared", "people.properties", premises.people()));
        }
        pieces.add(new Piece("public", "desk.asc", premises.openPgpCertificate()));
        pieces.add(new Piece("policy", "policy.yaml", policy.file()));
        pieces.add(new Piece("postgresql", "postgres.password", postgresPassword(premises)));
        pieces.add(new Piece("gateway", "people.properties", premises.people()));
        pieces.add(new Piece("gateway", "secrets/session.key", premises.sessionKey()));
        pieces.add(new Piece("gateway", "secrets/trial.secret", premises.trialSecret()));
        return new Handout(pieces);
    }

    private static List<Piece> ofService(String service, Premises premises, FirstSecrets secrets) {
        List<Piece> own = new ArrayList<>();
        own.add(new Piece(service, "service-key.pem", secrets.serviceKey(service)));
        own.add(new Piece(service, "master.p12", secrets.masterKeystore(service)));
        own.add(new Piece(service, "master.password", secrets.masterPassword(service)));
        own.add(new Piece(service, "database.password", secrets.databasePassword(service)));
        DeskKey.of(premises, service)
                .ifPresent(key -> own.add(new Piece(service, "openpgp.asc", key)));
        switch (service) {
            case "intake" ->
                    own.add(new Piece(service, "access-keys.secret", secrets.intakeSecret()));
            case "notifier" -> own.add(new Piece(service, "staff.properties", premises.staff()));
            default -> {
                // nothing of its own
            }
        }
        own.add(new Piece("postgresql", service, secrets.databasePassword(service)));
        return own;
    }

    private static Path postgresPassword(Premises premises) {
        return premises.secrets().resolve("postgres.password");
    }

    /**
     * Copies everything to its owner's folder, where nobody else can read it (0400); what the
     * database reads, which runs as another user, is protected by the folder alone.
     */
    public void to(Path folder) throws IOException {
        for (Piece piece : pieces) {
            Path target = folder.resolve(piece.owner()).resolve(piece.name());
            Files.createDirectories(target.getParent(), OWNER_ONLY);
            Path draft = target.resolveSibling("." + target.getFileName() + ".new");
            Files.copy(piece.source(), draft, StandardCopyOption.REPLACE_EXISTING);
            Files.setPosixFilePermissions(draft, permissions(piece));
            Files.move(
                    draft,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Set<PosixFilePermission> permissions(Piece piece) {
        return PosixFilePermissions.fromString(
                piece.owner().equals("postgresql") ? "r--r--r--" : "r--------");
    }

    /**
     * Secrets and ConfigMaps {@code hikeshi-<owner>} for {@code kubectl apply}, in YAML. The policy
     * is not among them, for the deployment makes its own from the file, nor the gateway, which
     * Kubernetes does not need.
     */
    public String manifest() throws IOException {
        Map<String, List<Piece>> byOwner = new LinkedHashMap<>();
        for (Piece piece : pieces) {
            byOwner.computeIfAbsent(piece.owner(), _ -> new ArrayList<>()).add(piece);
        }
        byOwner.keySet().removeAll(List.of("policy", "gateway"));
        StringBuilder yaml = new StringBuilder();
        for (Map.Entry<String, List<Piece>> owner : byOwner.entrySet()) {
            boolean secret = !List.of("keys", "public").contains(owner.getKey());
            yaml.append(
                    """
                    ---
                    apiVersion: v1
                    kind: %s
                    metadata:
                      name: hikeshi-%s
                      namespace: hikeshi
                    %s:
                    """
                            .formatted(
                                    secret ? "Secret" : "ConfigMap",
                                    owner.getKey(),
                                    secret ? "data" : "binaryData"));
            for (Piece piece : owner.getValue()) {
                yaml.append("  ")
                        .append(piece.name())
                        .append(": ")
                        .append(encoded(piece.source()))
                        .append('\n');
            }
        }
        return yaml.toString();
    }

    /** A password without the line end that an editor may have added. */
    private static String encoded(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        if (file.toString().endsWith(".password")) {
            content =
                    new String(content, StandardCharsets.UTF_8)
                            .strip()
                            .getBytes(StandardCharsets.UTF_8);
        }
        return Base64.getEncoder().encodeToString(content);
    }
}
