package org.hikeshi.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.hikeshi.parts.Database;
import org.hikeshi.trust.SigningKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records that nobody should send, and records that come as they may. */
class BadRecordsFaultTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Database said = House.database("said");
    private final Database heard = House.database("heard");
    private final Transactions saying = new JdbcTransactions(House.dataSource(said));
    private House house;
    private Producer<byte[], byte[]> producer;

    @BeforeEach
    void open() throws Exception {
        house = new House();
        Topics.create(house.clients(), List.of(house.declaration()));
        producer = house.clients().producer();
    }

    @AfterEach
    void close() {
        producer.close();
        house.close();
    }

    private Messaging hearer() {
        return house.start(House.HEARER, House.dataSource(heard), House.noting());
    }

    private OutgoingEvent fact(String key, int n) {
        OutgoingEvent event = House.event(key, n);
        saying.doInTransaction(c -> House.noteSaid(c, event, n));
        return event;
    }

    @Test
    void duplicatesTakeEffectOnce() {
        Messaging hearer = hearer();
        OutgoingEvent event = fact("key", 1);
        for (int i = 0; i < 5; i++) {
            producer.send(Crooked.record(house, event));
        }
        producer.send(Crooked.record(house, fact("key", 2)));

        House.awaitHeard(heard, 2, LIMIT);
        assertThat(Violations.between(said, heard)).isEmpty();
        House.await("counted", LIMIT, () -> hearer.counts().duplicates().sum() == 4);
    }

    @Test
    void controlWithoutInboxDuplicatesTakeEffectTwice() throws Exception {
        OutgoingEvent event = fact("key", 1);
        try (var crooked =
                new Crooked.Hearer(house, House.dataSource(heard), House.noting(), true)) {
            producer.send(Crooked.record(house, event));
            producer.send(Crooked.record(house, event));
            House.await("heard", LIMIT, () -> crooked.heard.get() == 2);
        }

        assertThat(Violations.between(said, heard)).containsExactly("twice: key 1");
    }

    /** Each forgery alone is put aside; the key's true events flow on. */
    @Test
    void forgedRecordsAreParkedAloneWithAnAlarm() {
        Messaging hearer = hearer();
        List<ProducerRecord<byte[], byte[]>> forgeries = forgeries();
        producer.send(Crooked.record(house, fact("key", 1)));
        forgeries.forEach(producer::send);
        producer.send(Crooked.record(house, fact("key", 2)));

        House.awaitHeard(heard, 2, LIMIT);
        House.await("alarm", LIMIT, () -> hearer.counts().forged().sum() == forgeries.size());
        assertThat(Violations.between(said, heard)).isEmpty();
        assertThat(hearer.parkedRecords().open(50))
                .hasSize(forgeries.size())
                .allMatch(parked -> parked.cause().equals("forged"));
    }

    @Test
    void controlWithoutSignatureCheckForgeriesTakeEffect() throws Exception {
        try (var crooked =
                new Crooked.Hearer(house, House.dataSource(heard), House.noting(), true)) {
            producer.send(Crooked.forged(house, House.event("key", 66)));
            House.await("heard", LIMIT, () -> crooked.heard.get() == 1);
        }

        assertThat(Violations.between(said, heard)).containsExactly("invented: key 66");
    }

    private List<ProducerRecord<byte[], byte[]>> forgeries() {
        ProducerRecord<byte[], byte[]> otherValue = Crooked.record(house, House.event("key", 61));
        ProducerRecord<byte[], byte[]> otherKey = Crooked.record(house, House.event("key", 62));
        ProducerRecord<byte[], byte[]> doubled = Crooked.record(house, House.event("key", 63));
        doubled.headers()
                .add(Headers.ID, UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
        ProducerRecord<byte[], byte[]> unsigned = Crooked.record(house, House.event("key", 64));
        unsigned.headers().remove(Headers.SIGNATURE);
        return List.of(
                Crooked.forged(house, House.event("key", 60)),
                copy(otherValue, "key", "{\"n\":99}".getBytes(StandardCharsets.UTF_8)),
                copy(otherKey, "another", otherKey.value()),
                doubled,
                unsigned,
                // well signed, but by one who may not say it
                Crooked.record(house, House.HEARER, House.HEARER + "-1", House.event("key", 65)),
                new ProducerRecord<>(house.topic, new byte[] {(byte) 0xff}, new byte[] {1}));
    }

    private ProducerRecord<byte[], byte[]> copy(
            ProducerRecord<byte[], byte[]> of, String key, byte[] value) {
        return new ProducerRecord<>(
                house.topic, null, null, key.getBytes(StandardCharsets.UTF_8), value, of.headers());
    }

    @Test
    void anUnreadableValueParksItsKeyAndNoOther() {
        Messaging hearer = hearer();
        OutgoingEvent unreadable =
                new OutgoingEvent(
                        UUID.randomUUID(),
                        House.TYPE,
                        "bad",
                        "s",
                        Instant.now(),
                        UUID.randomUUID(),
                        null,
                        "?".getBytes(StandardCharsets.UTF_8));
        producer.send(Crooked.record(house, unreadable));
        producer.send(Crooked.record(house, House.event("bad", 1)));
        producer.send(Crooked.record(house, fact("good", 1)));

        House.awaitHeard(heard, 1, LIMIT);
        House.await("both parked", LIMIT, () -> hearer.parkedRecords().open(9).size() == 2);
        assertThat(Violations.between(said, heard)).isEmpty();
        assertThat(hearer.parkedRecords().open(9))
                .extracting(ParkedRecord::cause)
                .containsExactly("unreadable", "behind");
    }

    @Test
    void anOversizedEventIsRefusedWhereItIsSaidAndBlocksNobody() {
        House.Teller teller = house.teller(said);
        hearer();
        OutgoingEvent large =
                new OutgoingEvent(
                        UUID.randomUUID(),
                        House.TYPE,
                        "key",
                        "s",
                        Instant.now(),
                        UUID.randomUUID(),
                        null,
                        new byte[Ledger.LIMIT_BYTES]);
        JdbcTransactions transactions = new JdbcTransactions(House.dataSource(said));
        Ledger ledger = new Ledger(house.topic, transactions, () -> {});
        assertThatThrownBy(
                        () ->
                                transactions.doInTransaction(
                                        c -> ledger.lock(c, "key").append(large)))
                .isInstanceOf(EventTooLargeException.class)
                .hasMessageContaining(House.TYPE)
                .hasMessageContaining(Integer.toString(Ledger.LIMIT_BYTES));
        teller.say("key", 1);

        House.awaitHeard(heard, 1, LIMIT);
        assertThat(Violations.between(said, heard)).isEmpty();
    }

    /** A row that got past the limit by other ways stops its own key only. */
    @Test
    void aRecordTheBrokerRefusesStopsItsOwnKeyOnly() {
        House.Teller teller = house.teller(said);
        hearer();
        House.await("reached the broker", LIMIT, () -> teller.messaging.troubles().isEmpty());
        OutgoingEvent large =
                new OutgoingEvent(
                        UUID.randomUUID(),
                        House.TYPE,
                        "large",
                        "s",
                        Instant.now(),
                        UUID.randomUUID(),
                        null,
                        new byte[3 << 20]);
        JdbcTransactions transactions = new JdbcTransactions(House.dataSource(said));
        transactions.doInTransaction(
                c -> {
                    new Ledger(house.topic, transactions, () -> {}).lock(c, "large");
                    try (var insert =
                            c.prepareStatement(
                                    "INSERT INTO ledger (id, topic, key, type, subject, time,"
                                            + " correlation_id, value) VALUES (?, ?, 'large', ?, 's',"
                                            + " now(), ?, ?)")) {
                        insert.setObject(1, large.id());
                        insert.setString(2, house.topic);
                        insert.setString(3, House.TYPE);
                        insert.setObject(4, large.correlationId());
                        insert.setBytes(5, large.value());
                        insert.executeUpdate();
                    }
                });
        teller.say(0, 20, 5);

        House.awaitHeard(heard, 20, LIMIT);
        House.await("told", LIMIT, () -> !teller.messaging.troubles().isEmpty());
        assertThat(teller.messaging.status().backlog()).isEqualTo(1);
    }

    /** Order is not promised to hold over faults: the facts are a set, and the set is whole. */
    @Test
    void reorderedRecordsAllTakeEffect() {
        hearer();
        List<OutgoingEvent> events = new ArrayList<>();
        for (int n = 0; n < 200; n++) {
            events.add(fact("key-" + n % 3, n));
        }
        Collections.shuffle(events, new Random(7));
        events.forEach(event -> producer.send(Crooked.record(house, event)));

        House.awaitHeard(heard, 200, LIMIT);
        assertThat(Violations.between(said, heard, false)).isEmpty();
        assertThat(Violations.between(said, heard))
                .as("control: the judge sees disorder")
                .isNotEmpty();
    }

    /**
     * The new key is listed while the hearer runs; a record that came before its listing is taken
     * up later.
     */
    @Test
    void keyRotation() {
        Messaging hearer = hearer();
        producer.send(Crooked.record(house, fact("key", 1)));
        SigningKey next = SigningKey.generate("teller-2");
        OutgoingEvent early = fact("key", 2);
        LedgerRow row = new LedgerRow(0, house.topic, early, null, null);
        producer.send(
                row.signed("teller-2", next.sign(row.toSign(House.TELLER, "teller-2")))
                        .onTheWire(House.TELLER));
        House.await("parked", LIMIT, () -> hearer.parkedRecords().open(9).size() == 1);
        next.write(house.keys.folder.resolve("teller-2.pem"));
        house.keys.list(House.TELLER, next);
        producer.send(Crooked.record(house, House.TELLER, "teller-2", fact("key", 3)));

        House.awaitHeard(heard, 3, LIMIT);
        assertThat(Violations.between(said, heard, false)).isEmpty();
        assertThat(hearer.parkedRecords().open(9)).isEmpty();
    }

    @Test
    void unknownTypesPassByWithoutATransaction() {
        Messaging hearer = hearer();
        OutgoingEvent unknown =
                new OutgoingEvent(
                        UUID.randomUUID(),
                        "org.hikeshi.unheard-of.v1",
                        "key",
                        "s",
                        Instant.now(),
                        UUID.randomUUID(),
                        null,
                        new byte[] {1});
        producer.send(Crooked.record(house, unknown));
        producer.send(Crooked.record(house, fact("key", 1)));

        House.awaitHeard(heard, 1, LIMIT);
        assertThat(hearer.counts().skipped().sum()).isEqualTo(1);
        assertThat(House.count(heard, "SELECT count(*) FROM inbox")).isEqualTo(1);
    }
}
