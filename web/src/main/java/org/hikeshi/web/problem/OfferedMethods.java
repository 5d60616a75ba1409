package org.hikeshi.web.problem;

import io.quarkus.arc.Arc;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which methods an address offers, for the {@code Allow} that a 405 must carry (RFC 9110 §15.5.6).
 * The framework knows it and does not say it; where several resources share the beginning of an
 * address it even calls a method that is not offered an address that does not exist. So it is read
 * from the resources, once, when somebody first asks for what is not there.
 */
@Singleton
class OfferedMethods {

    private record Offer(Pattern address, String method) {}

    private @Nullable List<Offer> offers;

    /** In alphabetical order; empty if no resource has this address. */
    Set<String> at(String path) {
        Set<String> methods = new TreeSet<>();
        for (Offer offer : offers()) {
            if (offer.address().matcher(path).matches()) {
                methods.add(offer.method());
            }
        }
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        return methods;
    }

    /** The value of the header; empty where nothing is offered. */
    String allow(String path) {
        return String.join(", ", at(path));
    }

    private synchronized List<Offer> offers() {
        List<Offer> known = offers;
        if (known == null) {
            known =
                    Arc.container()
                            .beanManager()
                            .getBeans(Object.class, Any.Literal.INSTANCE)
                            .stream()
                            .<Class<?>>map(Bean::getBeanClass)
                            .distinct()
                            .flatMap(OfferedMethods::of)
                            .toList();
            offers = known;
        }
        return known;
    }

    private static Stream<Offer> of(Class<?> resource) {
        Path root = resource.getAnnotation(Path.class);
        return root == null
                ? Stream.empty()
                : Arrays.stream(resource.getDeclaredMethods())
                        .flatMap(method -> of(root.value(), method));
    }

    private static Stream<Offer> of(String root, Method method) {
        Path path = method.getAnnotation(Path.class);
        Pattern address = address(root + "/" + (path == null ? "" : path.value()));
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .map(type -> type.getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(verb -> new Offer(address, verb.value()));
    }

    /** A variable stands for one step, or for what its own expression says. */
    static Pattern address(String template) {
        StringBuilder pattern = new StringBuilder();
        for (String step : template.split("/", -1)) {
            if (!step.isEmpty()) {
                pattern.append('/').append(step(step));
            }
        }
        return Pattern.compile(pattern + "/?");
    }

    private static String step(String step) {
        if (!step.startsWith("{") || !step.endsWith("}")) {
            return Pattern.quote(step);
        }
        int expression = step.indexOf(':');
        return expression < 0
                ? "[^/]+"
                : "(?:" + step.substring(expression + 1, step.length() - 1).strip() + ")";
    }
}
