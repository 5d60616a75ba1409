package org.hikeshi.parts;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/** PostgreSQL 18 in a container, for tests with {@code HIKESHI_TEST_PARTS=containers}. */
final class ContainerPostgres implements InContainer, PostgresServer {
    private static final String IMAGE = "postgres:18";

    /** A server of one test run, reached on 127.0.0.1 only. */
    private static final String PASSWORD = "of-a-test";

    private final int port;
    private final ContainerPart container;

    private ContainerPostgres(String id, int port) {
        this.port = port;
        this.container = new ContainerPart("PostgreSQL", id, this::answers);
    }

    /** Starts one; it is removed by {@link ContainerParts} when this JVM ends. */
    static ContainerPostgres start(int port) {
        var image = new GenericContainer<>(DockerImageName.parse(IMAGE));
        image.addEnv("POSTGRES_PASSWORD", PASSWORD);
        image.setPortBindings(List.of("127.0.0.1:" + port + ":5432"));
        image.setCommand(PostgresFolder.asWords("postgres").toArray(String[]::new));
        var started = new ContainerPostgres(ContainerParts.started(image), port);
        started.container.awaitReady();
        return started;
    }

    static ContainerPostgres attached(String id, int port) {
        return new ContainerPostgres(id, port);
    }

    String id() {
        return container.id();
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl("postgres"), "postgres", PASSWORD);
    }

    @Override
    public ContainerPart container() {
        return container;
    }
}
