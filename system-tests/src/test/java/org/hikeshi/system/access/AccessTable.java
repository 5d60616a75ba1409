package org.hikeshi.system.access;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hikeshi.system.house.House;

/**
 * Endpoint × role × relation to the case, as the annotations of the compiled resources say it.
 *
 * @param silent methods that answer HTTP and do not say for whom
 */
public record AccessTable(List<Endpoint> endpoints, List<String> silent) {
    public static final List<String> SERVICES =
            List.of("intake", "triage", "release", "disclosure", "notifier");

    private static final String REST = "jakarta.ws.rs.";
    private static final String REACHES = "org.hikeshi.trust.access.Reaches";
    private static final Set<String> VERBS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    /** Compiled classes of whatever answers HTTP in a service. */
    public static JavaClasses answering() {
        Stream<String> modules =
                Stream.concat(
                        SERVICES.stream().map(service -> service + "-service"),
                        Stream.of("trust", "web", "messaging", "casefile"));
        return new ClassFileImporter()
                .importPaths(
                        modules.map(module -> House.root().resolve(module + "/target/classes"))
                                .toList());
    }

    public static AccessTable of(JavaClasses house) {
        List<Endpoint> endpoints = new ArrayList<>();
        List<String> silent = new ArrayList<>();
        house.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> verb(method).isPresent())
                .sorted((a, b) -> a.getFullName().compareTo(b.getFullName()))
                .forEach(
                        method -> {
                            if (reaches(method).isEmpty() || door(method).isEmpty()) {
                                silent.add(method.getFullName());
                            } else {
                                endpoints.addAll(endpoints(method));
                            }
                        });
        return new AccessTable(
                endpoints.stream().sorted().toList(), silent.stream().sorted().toList());
    }

    /** Only these lines. */
    public AccessTable only(Predicate<Endpoint> which) {
        return new AccessTable(endpoints.stream().filter(which).toList(), List.of());
    }

    /** The first lines of one service. */
    public AccessTable firstOf(String service, int most) {
        return new AccessTable(
                endpoints.stream()
                        .filter(one -> one.service().equals(service))
                        .limit(most)
                        .toList(),
                List.of());
    }

    /** This line alone, whether it is one of ours or says otherwise. */
    public AccessTable just(Endpoint line) {
        return new AccessTable(List.of(line), List.of());
    }

    /** One line of that kind. */
    public Endpoint first(Predicate<Endpoint> which) {
        return endpoints.stream().filter(which).findFirst().orElseThrow();
    }

    private static Stream<String> answering(JavaClass type) {
        String module = type.getPackageName().split("\\.")[2];
        if (SERVICES.contains(module)) {
            return Stream.of(module);
        }
        // The session begins in one service only; what the mechanism shows, each shows of itself.
        return module.equals("web") ? Stream.of("triage") : SERVICES.stream();
    }

    private static List<Endpoint> endpoints(JavaMethod method) {
        JavaAnnotation<?> reaches = reaches(method).orElseThrow();
        Set<String> door = door(method).orElseThrow();
        List<String> named = strings(reaches, "roles");
        Set<String> roles = new LinkedHashSet<>(named.isEmpty() ? door : named);
        roles.removeAll(strings(reaches, "notFor"));
        String reach = ((JavaEnumConstant) reaches.get("value").orElseThrow()).name();
        return answering(method.getOwner())
                .map(
                        service ->
                                new Endpoint(
                                        service,
                                        verb(method).orElseThrow(),
                                        path(method).replace("{service}", service),
                                        reach,
                                        door,
                                        roles,
                                        new TreeSet<>(strings(reaches, "callers")),
                                        consumes(method),
                                        method.getOwner().getSimpleName() + "." + method.getName()))
                .toList();
    }

    private static Optional<JavaAnnotation<?>> reaches(JavaMethod method) {
        return on(method, REACHES);
    }

    private static Optional<JavaAnnotation<?>> on(HasAnnotations<?> place, String name) {
        for (JavaAnnotation<?> annotation : place.getAnnotations()) {
            if (annotation.getRawType().getName().equals(name)) {
                return Optional.of(annotation);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> verb(JavaMethod method) {
        return VERBS.stream().filter(verb -> method.isAnnotatedWith(REST + verb)).findFirst();
    }

    /**
     * Whom the framework lets in: nobody need sign in, anybody who did, or these; empty if unsaid.
     */
    private static Optional<Set<String>> door(JavaMethod method) {
        return doorOf(method).or(() -> doorOf(method.getOwner()));
    }

    private static Optional<Set<String>> doorOf(HasAnnotations<?> place) {
        if (place.isAnnotatedWith("jakarta.annotation.security.PermitAll")) {
            return Optional.of(Set.of());
        }
        if (place.isAnnotatedWith("io.quarkus.security.Authenticated")) {
            return Optional.of(new LinkedHashSet<>(Endpoint.ROLES));
        }
        return on(place, "jakarta.annotation.security.RolesAllowed")
                .map(allowed -> strings(allowed, "value"))
                .map(roles -> roles.equals(List.of("**")) ? Endpoint.ROLES : roles)
                .map(LinkedHashSet::new);
    }

    private static List<String> consumes(JavaMethod method) {
        return on(method, REST + "Consumes")
                .or(() -> on(method.getOwner(), REST + "Consumes"))
                .map(types -> strings(types, "value"))
                .orElse(List.of());
    }

    private static String path(JavaMethod method) {
        String whole = part(method.getOwner()) + "/" + part(method);
        String path = whole.replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
        return path.startsWith("/") ? path : "/" + path;
    }

    private static String part(HasAnnotations<?> place) {
        return on(place, REST + "Path").map(path -> strings(path, "value").getFirst()).orElse("");
    }

    private static List<String> strings(JavaAnnotation<?> annotation, String name) {
        Object value = annotation.get(name).orElse(new Object[0]);
        return value instanceof Object[] all
                ? Arrays.stream(all).map(String::valueOf).toList()
                : List.of(String.valueOf(value));
    }
}
