package org.hikeshi.system.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** {@code docker-compose.yml} with its merges done. */
final class ComposeFile {
    private final Map<String, Object> tree;

    private ComposeFile(Map<String, Object> tree) {
        this.tree = tree;
    }

    static ComposeFile read(Path file) throws IOException {
        return parsed(Files.readString(file));
    }

    static ComposeFile parsed(String text) {
        Object loaded =
                new Load(LoadSettings.builder().setMaxAliasesForCollections(200).build())
                        .loadFromString(text);
        return new ComposeFile(map(merged(loaded)));
    }

    /** YAML 1.2 knows no {@code <<}, compose does: what is there already wins. */
    private static Object merged(@Nullable Object node) {
        if (node instanceof List<?> list) {
            return list.stream().map(ComposeFile::merged).toList();
        }
        if (!(node instanceof Map<?, ?> raw)) {
            return node == null ? Map.of() : node;
        }
        Map<String, Object> all = new LinkedHashMap<>();
        raw.forEach(
                (key, value) -> {
                    if (!key.equals("<<")) {
                        all.put(String.valueOf(key), merged(value));
                    }
                });
        if (raw.get("<<") != null) {
            map(merged(raw.get("<<"))).forEach(all::putIfAbsent);
        }
        return all;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object node) {
        return (Map<String, Object>) Objects.requireNonNull(node);
    }

    Set<String> services() {
        return map(tree.get("services")).keySet();
    }

    Set<String> names(String kind) {
        return map(tree.get(kind)).keySet();
    }

    boolean isInternal(String network) {
        return Boolean.TRUE.equals(map(map(tree.get("networks")).get(network)).get("internal"));
    }

    Object of(String service, String key) {
        return map(map(tree.get("services")).get(service)).getOrDefault(key, "");
    }

    List<String> list(String service, String key) {
        List<String> all = new ArrayList<>();
        if (of(service, key) instanceof List<?> list) {
            list.forEach(one -> all.add(String.valueOf(one)));
        }
        return all;
    }

    Map<String, Object> map(String service, String key) {
        return of(service, key) instanceof Map<?, ?> found ? map(found) : Map.of();
    }

    /** Names of volumes, without places and files of this folder. */
    Set<String> volumes(String service) {
        Set<String> all = new TreeSet<>();
        list(service, "volumes").stream()
                .map(line -> line.split(":", 2)[0])
                .filter(name -> !name.startsWith("."))
                .forEach(all::add);
        return all;
    }
}
