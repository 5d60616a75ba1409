package org.hikeshi.launcher.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import org.hikeshi.parts.Ports;
import org.hikeshi.parts.UserNamespaces;

/** What is looked at before the first process starts; each finding is one {@link Refusal}. */
final class FirstChecks {
    private static final long NEEDED_MEBIBYTES = 1500;

    private FirstChecks() {}

    static void all(Wishes wishes, Premises premises) {
        builtServices(premises);
        userNamespaces();
        memory(availableMebibytes());
        ports(wishes);
    }

    private static void builtServices(Premises premises) {
        for (String service : Premises.SERVICES) {
            if (!Files.exists(premises.program(service))) {
                throw new Refusal(
                        "The "
                                + service
                                + " service is not built: run ./hikeshi up, which builds what is missing.",
                        service + " サービスがビルドされていません。./hikeshi up が足りないものをビルドします。");
            }
        }
    }

    private static void userNamespaces() {
        if (UserNamespaces.needed() && !UserNamespaces.allowed()) {
            throw new Refusal(
                    "PostgreSQL does not run as root, and this machine forbids user namespaces: start Hikeshi as another user.",
                    "PostgreSQL は root では動かず、このマシンではユーザー名前空間を使えません。ほかの利用者で起動してください。");
        }
    }

    static void memory(OptionalLong available) {
        if (available.isPresent() && available.getAsLong() < NEEDED_MEBIBYTES) {
            throw new Refusal(
                    "Too little memory: Hikeshi needs about 1.8 GB, and only %.1f GB is free."
                            .formatted(available.getAsLong() / 1024.0),
                    "メモリーが足りません。Hikeshi には約 1.8 GB が必要ですが、空きは %.1f GB です。"
                            .formatted(available.getAsLong() / 1024.0));
        }
    }

    /** The smaller of what the machine and what the container leaves; unknown outside Linux. */
    private static OptionalLong availableMebibytes() {
        OptionalLong machine = Measures.kibibytes(Path.of("/proc/meminfo"), "MemAvailable");
        OptionalLong free = OptionalLong.empty();
        try {
            long limit =
                    Long.parseLong(Files.readString(Path.of("/sys/fs/cgroup/memory.max")).strip());
            long used =
                    Long.parseLong(
                            Files.readString(Path.of("/sys/fs/cgroup/memory.current")).strip());
            free = OptionalLong.of((limit - used) / 1024);
        } catch (IOException | NumberFormatException e) {
            // No limit ("max"), or not a Linux with cgroups of version 2.
        }
        if (machine.isEmpty()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Math.min(machine.getAsLong(), free.orElse(Long.MAX_VALUE)) / 1024);
    }

    private static void ports(Wishes wishes) {
        Map<String, Integer> wanted =
                Map.of(
                        "HIKESHI_PORT_HTTP", wishes.httpPort(),
                        "HIKESHI_PORT_SMTP", wishes.smtpPort(),
                        "HIKESHI_PORT_IMAP", wishes.imapPort());
        wanted.forEach(
                (variable, port) -> {
                    if (!Ports.isFree(port)) {
                        throw new Refusal(
                                "Port "
                                        + port
                                        + " is used by another program. Start with "
                                        + variable
                                        + "="
                                        + (port + 1)
                                        + " ./hikeshi up",
                                "ポート "
                                        + port
                                        + " はほかのプログラムが使っています。"
                                        + variable
                                        + "="
                                        + (port + 1)
                                        + " ./hikeshi up で起動してください。");
                    }
                });
    }
}
