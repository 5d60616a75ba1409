package org.hikeshi.launcher.origin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The table of {@code routes.yaml} (design §7): longest prefix of whole path segments, {@code /}
 * exact, anything else nothing.
 */
public final class Routes {
    /** What is never routed, whatever the table says. */
    private static final List<String> NEVER = List.of("/internal", "/q");

    /** A prefix and the service behind it; {@code launcher} is the launcher itself. */
    public record Route(String prefix, String service) {}

    private final TreeMap<String, String> services;

    private Routes(TreeMap<String, String> services) {
        this.services = services;
    }

    /** Reads the file; a table that names one prefix twice or routes a private path is refused. */
    public static Routes read(Path file) throws IOException {
        Object loaded =
                new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
        if (!(loaded instanceof Map<?, ?> table)
                || !(table.get("routes") instanceof Map<?, ?> own)
                || !(table.get("each") instanceof Collection<?> each)
                || !(table.get("launcher") instanceof Collection<?> launcher)) {
            throw new IllegalArgumentException(
                    "routes.yaml needs the keys routes, each and launcher");
        }
        var routes = new Routes(new TreeMap<>());
        own.forEach(
                (service, prefixes) -> {
                    ((Collection<?>) prefixes)
                            .forEach(prefix -> routes.add(prefix.toString(), service.toString()));
                    each.forEach(
                            shape ->
                                    routes.add(
                                            shape.toString()
                                                    .replace("<service>", service.toString()),
                                            service.toString()));
                });
        launcher.forEach(prefix -> routes.add(prefix.toString(), "launcher"));
        return routes;
    }

    private void add(String prefix, String service) {
        boolean wellFormed =
                prefix.equals("/") || (prefix.startsWith("/") && !prefix.endsWith("/"));
        if (!wellFormed
                || NEVER.stream().anyMatch(never -> covers(never, prefix))
                || services.put(prefix, service) != null) {
            throw new IllegalArgumentException(
                    "routes.yaml: " + prefix + " is malformed, private or named twice");
        }
    }

    /** Who answers the path (without query); empty is the common 404. */
    public Optional<Route> of(String path) {
        String prefix = path;
        while (!prefix.isEmpty()) {
            String service = services.get(prefix);
            if (service != null) {
                return Optional.of(new Route(prefix, service));
            }
            prefix = prefix.substring(0, prefix.lastIndexOf('/'));
        }
        return Optional.empty();
    }

    private static boolean covers(String prefix, String path) {
        return path.equals(prefix) || path.startsWith(prefix + "/");
    }
}
