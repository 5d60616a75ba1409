package org.hikeshi.casefile;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hikeshi.events.EventCodec;
import org.hikeshi.events.EventType;
import org.hikeshi.events.ProductChanged;
import org.hikeshi.events.ProductId;
import org.hikeshi.events.UnreadableEvent;
import org.hikeshi.messaging.Transactions;

/** The catalogue as release said it last: public names, models, versions, who mends what. */
@Singleton
public class KnownProducts {
    private static final EventCodec CODEC = new EventCodec();

    private final Transactions transactions;

    KnownProducts(Transactions transactions) {
        this.transactions = transactions;
    }

    /** All products by name. */
    public List<ProductChanged> all() {
        List<ProductChanged> products =
                new ArrayList<>(read("SELECT fact FROM known_product", null));
        products.sort(Comparator.comparing(product -> product.name().value()));
        return products;
    }

    public Optional<ProductChanged> find(ProductId id) {
        return read("SELECT fact FROM known_product WHERE product_id = ?", id).stream().findFirst();
    }

    private List<ProductChanged> read(String sql, @org.jspecify.annotations.Nullable ProductId id) {
        return transactions.inTransaction(
                connection -> {
                    try (PreparedStatement select = connection.prepareStatement(sql)) {
                        if (id != null) {
                            select.setObject(1, id.value());
                        }
                        List<ProductChanged> products = new ArrayList<>();
                        try (ResultSet row = select.executeQuery()) {
                            while (row.next()) {
                                products.add(product(row.getBytes(1)));
                            }
                        }
                        return products;
                    }
                });
    }

    private static ProductChanged product(byte[] fact) {
        try {
            return (ProductChanged) CODEC.decode(EventType.PRODUCT_CHANGED.ceType(), fact);
        } catch (UnreadableEvent changed) {
            throw new IllegalStateException("a product was read when it was heard", changed);
        }
    }
}
