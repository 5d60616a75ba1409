package org.hikeshi.system.compose;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Images of what this build has made, by the plain Dockerfile; or with {@code HIKESHI_TEST_IMAGES}
 * those that are there under a tag, such as {@code ./hikeshi images} makes.
 */
final class Images {
    static final List<String> SERVICES =
            List.of("intake", "triage", "release", "disclosure", "notifier");

    private static boolean made;

    private Images() {}

    /** Their tag. */
    static String version() {
        return Objects.requireNonNullElse(System.getenv("HIKESHI_TEST_IMAGES"), "under-test");
    }

    /** Once per test JVM. */
    static synchronized void make(Path console) {
        if (made || System.getenv("HIKESHI_TEST_IMAGES") != null) {
            return;
        }
        for (String service : SERVICES) {
            build(console, service, "--target=service", "--build-arg=SERVICE=" + service);
        }
        build(console, "tools", "--target=tools");
        made = true;
    }

    private static void build(Path console, String name, String... how) {
        var words =
                new java.util.ArrayList<>(
                        List.of("build", "--file=containers/Dockerfile", "--pull=false"));
        words.addAll(List.of(how));
        words.addAll(List.of("--tag=hikeshi/" + name + ":" + version(), "."));
        if (new Docker(Map.of()).status(console, words) != 0) {
            throw new AssertionError("the image of " + name + " was not made; see " + console);
        }
    }
}
