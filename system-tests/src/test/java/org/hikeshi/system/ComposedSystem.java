package org.hikeshi.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hikeshi.system.compose.ComposeProject;

/** {@code docker-compose.yml} as {@code ./hikeshi up --containers} starts it, under a policy. */
record ComposedSystem(ComposeProject project) implements Installation {

    /** Starts one; whoever starts it ends it. */
    static ComposedSystem under(Path policy, String name) {
        try {
            Path parent = Files.createDirectories(Path.of("target", "running").toAbsolutePath());
            Path home = Files.createTempDirectory(parent, name + "-");
            var system = new ComposedSystem(new ComposeProject(name, home, policy));
            Runtime.getRuntime().addShutdownHook(new Thread(system::end));
            system.project.up();
            return system;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public URI origin() {
        return project.origin();
    }

    @Override
    public int smtpPort() {
        return project.port("smtp");
    }

    @Override
    public Path home() {
        return project.home();
    }

    @Override
    public Path console() {
        return project.console();
    }

    @Override
    public void bringMails() {
        project.bringMails();
    }

    @Override
    public void bringAll() {
        project.bringAll();
    }

    @Override
    public void end() {
        project.end();
    }
}
