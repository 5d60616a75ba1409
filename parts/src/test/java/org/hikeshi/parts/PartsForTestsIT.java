package org.hikeshi.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests of all modules share the parts of their JVM, whatever class loader asks. */
class PartsForTestsIT {
    @Test
    void eachDatabaseIsNewAndUsable() throws Exception {
        Database one = PartsForTests.createDatabase("intake");
        Database two = PartsForTests.createDatabase("intake");

        assertThat(one.jdbcUrl()).isNotEqualTo(two.jdbcUrl());
        try (var connection =
                DriverManager.getConnection(one.jdbcUrl(), one.user(), one.password())) {
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    @Test
    void anotherClassLoaderAttachesToTheSameServer() throws Exception {
        int port = PartsForTests.postgres().port();
        List<URL> urls = new ArrayList<>();
        for (String entry :
                System.getProperty(
                                "surefire.test.class.path", System.getProperty("java.class.path"))
                        .split(":")) {
            urls.add(java.nio.file.Path.of(entry).toUri().toURL());
        }
        try (var loader =
                new URLClassLoader(
                        urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Class<?> other = loader.loadClass(PartsForTests.class.getName());
            Object postgres = other.getMethod("postgres").invoke(null);
            assertThat(other).isNotEqualTo(PartsForTests.class);
            assertThat(
                            loader.loadClass(PostgresServer.class.getName())
                                    .getMethod("port")
                                    .invoke(postgres))
                    .isEqualTo(port);
        }
    }
}
