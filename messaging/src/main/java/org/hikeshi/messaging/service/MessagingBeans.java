package org.hikeshi.messaging.service;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hikeshi.messaging.AuditLog;
import org.hikeshi.messaging.AuditSealer;
import org.hikeshi.messaging.Backoff;
import org.hikeshi.messaging.EventHandler;
import org.hikeshi.messaging.JdbcTransactions;
import org.hikeshi.messaging.KafkaClients;
import org.hikeshi.messaging.Ledger;
import org.hikeshi.messaging.Messaging;
import org.hikeshi.messaging.TimerHandler;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.trust.MasterKey;
import org.hikeshi.trust.ServiceIdentity;

/**
 * The beans that every service shares; a service's own bean of the same type wins over the default
 * ones.
 */
class MessagingBeans {
    private static final String KAFKA_SETTINGS = "hikeshi.kafka-settings.";

    @Produces
    @Singleton
    @DefaultBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    @DefaultBean
    ServiceIdentity identity(
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "hikeshi.service-key") Path key,
            @ConfigProperty(name = "hikeshi.key-directory") Path directory) {
        return ServiceIdentity.load(service, key, directory);
    }

    @Produces
    @Singleton
    @DefaultBean
    MasterKey masterKey(
            @ConfigProperty(name = "hikeshi.master-keystore") Path keystore,
            @ConfigProperty(name = "hikeshi.master-password-file") Path passwordFile)
            throws IOException {
        return MasterKey.load(keystore, Files.readString(passwordFile).strip().toCharArray());
    }

    @Produces
    @Singleton
    AuditLog auditLog() {
        return new AuditLog();
    }

    @Produces
    @Singleton
    Messaging.Settings settings(
            @ConfigProperty(name = "hikeshi.messaging.relay-batch") int relayBatch,
            @ConfigProperty(name = "hikeshi.messaging.lanes") int lanes,
            @ConfigProperty(name = "hikeshi.messaging.poll") Duration poll,
            @ConfigProperty(name = "hikeshi.messaging.parked-retry-first") Duration first,
            @ConfigProperty(name = "hikeshi.messaging.parked-retry-longest") Duration longest,
            AuditSealer.Settings sealing) {
        return new Messaging.Settings(
                relayBatch, lanes, poll, new Backoff(first, longest), sealing);
    }

    @Produces
    @Singleton
    AuditSealer.Settings sealing(
            @ConfigProperty(name = "hikeshi.audit.batch") int batch,
            @ConfigProperty(name = "hikeshi.audit.poll") Duration poll,
            @ConfigProperty(name = "hikeshi.audit.checkpoint-rows") int rows,
            @ConfigProperty(name = "hikeshi.audit.checkpoint-every") Duration every,
            @ConfigProperty(name = "hikeshi.audit.alarm-after") Duration alarmAfter,
            @ConfigProperty(name = "hikeshi.audit.checkpoints") Optional<Path> folder) {
        return new AuditSealer.Settings(batch, poll, rows, every, alarmAfter, folder);
    }

    /**
     * The relay keeps its transaction open while it waits for the broker, apart from JTA and its
     * timeout.
     */
    @Produces
    @Singleton
    Messaging messaging(
            ServiceIdentity identity,
            Transactions transactions,
            AgroalDataSource dataSource,
            @ConfigProperty(name = "hikeshi.kafka") String bootstrapServers,
            @ConfigProperty(name = "hikeshi.messaging.create-topics") boolean createTopics,
            Instance<SpokenTypes> spoken,
            Instance<DeclaredTopics> topics,
            @All List<EventHandler> handlers,
            @All List<TimerHandler> timers,
            Clock clock,
            Messaging.Settings settings) {
        SpokenTypes speakers = given(spoken, "SpokenTypes");
        return new Messaging(
                new Messaging.Surroundings(
                        identity,
                        transactions,
                        new JdbcTransactions(dataSource),
                        new KafkaClients(bootstrapServers, kafkaSettings()),
                        given(topics, "DeclaredTopics").topics(),
                        createTopics,
                        speakers::speakersOf,
                        handlers,
                        timers,
                        clock),
                settings);
    }

    /**
     * Knows the relay only when it wakes it: handlers, which the relay's house needs, may speak.
     */
    @Produces
    @Singleton
    Ledger ledger(
            Instance<Messaging> messaging,
            Transactions transactions,
            Instance<DeclaredTopics> topics) {
        return new Ledger(
                given(topics, "DeclaredTopics").topics().getFirst().name(),
                transactions,
                () -> messaging.get().wakeRelay());
    }

    /**
     * Kafka's own settings, such as those of TLS and SASL: {@code hikeshi.kafka-settings."name"}.
     */
    private static Map<String, String> kafkaSettings() {
        Config config = ConfigProvider.getConfig();
        Map<String, String> settings = new HashMap<>();
        for (String name : config.getPropertyNames()) {
            if (name.startsWith(KAFKA_SETTINGS)) {
                String own = name.substring(KAFKA_SETTINGS.length()).replace("\"", "");
                settings.put(own, config.getValue(name, String.class));
            }
        }
        return settings;
    }

    private static <T> T given(Instance<T> bean, String name) {
        if (!bean.isResolvable()) {
            throw new IllegalStateException("this service gives no bean " + name);
        }
        return bean.get();
    }
}
