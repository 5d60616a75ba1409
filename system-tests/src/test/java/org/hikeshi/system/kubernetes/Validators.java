package org.hikeshi.system.kubernetes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Two makers' models of the API; each sees what the other one lets pass. */
final class Validators {
    private static final String JUDGE =
            """
            import { readFileSync } from 'node:fs'
            for (const object of JSON.parse(readFileSync('objects.json', 'utf8'))) {
              const name = object.kind + ' ' + object.metadata.name + ': '
              const Model = (await import('kubernetes-models/' + object.apiVersion))[object.kind]
              try {
                if (Model) new Model(object).validate()
                else console.log(name + 'no such kind')
              } catch (wrong) {
                console.log(name + wrong.message.replaceAll('\\n', ' '))
              }
            }
            """;

    private Validators() {}

    /** Unknown and missing fields, by the Java client. */
    static List<String> javaClient(Manifests manifests) {
        List<String> found = new ArrayList<>();
        for (ObjectNode object : manifests.objects()) {
            String kind = Manifests.kind(object);
            try {
                Class.forName("io.kubernetes.client.openapi.models.V1" + kind)
                        .getMethod("validateJsonElement", JsonElement.class)
                        .invoke(null, JsonParser.parseString(object.toString()));
            } catch (InvocationTargetException wrong) {
                found.add(kind + " " + Manifests.name(object) + ": " + wrong.getCause());
            } catch (ReflectiveOperationException unknown) {
                found.add(kind + " " + Manifests.name(object) + ": no such kind");
            }
        }
        return found;
    }

    /** Wrong types and quantities, by npm's kubernetes-models; empty if npm cannot bring them. */
    static Optional<List<String>> npmModels(Manifests manifests)
            throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of("target/kubernetes-models"));
        if (!installed(folder)) {
            return Optional.empty();
        }
        Files.writeString(folder.resolve("objects.json"), Manifests.json(manifests.objects()));
        Files.writeString(folder.resolve("judge.mjs"), JUDGE);
        int status = run(folder, "node", "judge.mjs");
        List<String> said = Files.readAllLines(folder.resolve("output.txt"));
        if (status != 0) {
            throw new IllegalStateException("the judge itself failed: " + said);
        }
        return Optional.of(said);
    }

    private static boolean installed(Path folder) throws InterruptedException {
        try {
            return Files.isDirectory(folder.resolve("node_modules/kubernetes-models"))
                    || run(
                                    folder,
                                    "npm",
                                    "install",
                                    "--prefix",
                                    ".",
                                    "--no-audit",
                                    "--no-fund",
                                    "kubernetes-models@5.1.0")
                            == 0;
        } catch (IOException noNpm) {
            return false;
        }
    }

    private static int run(Path folder, String... command)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("output.txt").toFile())
                        .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return -1;
        }
        return process.exitValue();
    }
}
