package org.hikeshi.intake.catalogue;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.hikeshi.events.ModelName;
import org.hikeshi.events.ProductChanged;
import org.hikeshi.events.ProductId;

/** Names of the catalogue, read again after a few seconds. Safe for many threads. */
public final class ProductNames {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Supplier<List<ProductChanged>> catalogue;
    private final InstantSource clock;
    private volatile Known known = new Known(List.of(), Instant.MIN);

    public ProductNames(Supplier<List<ProductChanged>> catalogue, InstantSource clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    private record Known(List<ProductChanged> products, Instant until) {}

    /** The names under which products are sold. */
    public List<String> names() {
        return products().stream().map(product -> product.name().value()).distinct().toList();
    }

    /** The models of all products. */
    public List<String> models() {
        return products().stream()
                .flatMap(product -> product.models().stream())
                .map(ModelName::value)
                .distinct()
                .sorted()
                .toList();
    }

    /** The one product of exactly this name, widths and case aside; empty if none or several. */
    public Optional<ProductId> idOf(String typed) {
        String wanted = plain(typed);
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        List<ProductId> fitting =
                products().stream()
                        .filter(product -> plain(product.name().value()).equals(wanted))
                        .map(ProductChanged::id)
                        .toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    private List<ProductChanged> products() {
        Instant now = clock.instant();
        if (!now.isBefore(known.until())) {
            known = new Known(List.copyOf(catalogue.get()), now.plus(FRESH));
        }
        return known.products();
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
