package org.hikeshi.system;

import java.io.IOException;
import java.net.Socket;
import java.sql.Connection;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Whether a process of a running system does its work, asked as its clients ask. */
record Readiness(RunningSystem system) {

    /**
     * @param name a service, {@code postgresql}, {@code kafka} or {@code mailbox}
     */
    boolean of(String name) throws Exception {
        return switch (name) {
            case "postgresql" -> takesConnections();
            case "kafka" -> knowsItsTopics();
            case "mailbox" -> greets();
            default -> system.service(name, "/q/health/ready").status() == 200;
        };
    }

    private boolean takesConnections() throws Exception {
        try (Connection db = system.database("postgres")) {
            return db.isValid(2);
        }
    }

    private boolean knowsItsTopics() throws Exception {
        try (Admin admin =
                Admin.create(
                        Map.of(
                                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                                system.kafka(),
                                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                                "3000",
                                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                                "2000"))) {
            return !admin.listTopics().names().get().isEmpty();
        }
    }

    private boolean greets() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", system.smtpPort())) {
            socket.setSoTimeout(2_000);
            return socket.getInputStream().read() == '2';
        }
    }
}
