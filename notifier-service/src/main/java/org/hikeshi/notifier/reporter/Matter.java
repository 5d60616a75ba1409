package org.hikeshi.notifier.reporter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hikeshi.events.ProductId;
import org.hikeshi.events.ReportReceived;
import org.hikeshi.notifier.ledger.Owing;
import org.hikeshi.notifier.ledger.Recipient;
import org.hikeshi.notifier.telling.CaseFacts;
import org.hikeshi.notifier.telling.Heard;
import org.hikeshi.notifier.telling.KnownReport;

/**
 * All a letter to a reporter is written from.
 *
 * @param about the fact it tells
 * @param names public names of products by their ids
 * @param others receipts of the case that a duplicate belongs to
 */
record Matter(
        Owing owing, CaseFacts facts, Heard about, Map<String, String> names, CaseFacts others) {

    /** A product as customers call it; its id as long as the catalogue was not heard. */
    String name(ProductId product) {
        return names.getOrDefault(product.toString(), product.toString());
    }

    List<String> namesOf(Stream<ProductId> products) {
        return products.distinct().map(this::name).toList();
    }

    /** The reader's own report. */
    Optional<ReportReceived> report() {
        return facts.reports().stream()
                .map(KnownReport::report)
                .filter(r -> new Recipient.Reporter(r.reportId()).equals(owing.recipient()))
                .findFirst();
    }
}
