package org.hikeshi.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Schemas, AsyncAPI document and topics say the same as the records. */
class ContractDocumentsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @EnumSource(EventType.class)
    void aSchemaHasTheFieldsOfItsRecord(EventType type) throws IOException {
        JsonNode schema = resource("schemas/" + type.shortName() + ".v1.json");
        assertThat(schema.path("title").asText()).isEqualTo(type.ceType());
        hasTheFieldsOf(type.record(), schema);
    }

    private static void hasTheFieldsOf(Class<?> record, JsonNode schema) {
        List<String> fields = new ArrayList<>();
        List<String> required = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            fields.add(component.getName());
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(component.getName());
            }
            Class<?> type = element(component);
            if (isNested(type)) {
                hasTheFieldsOf(type, schemaOf(component, schema));
            }
        }
        assertThat(names(schema.path("properties"))).containsExactlyElementsOf(fields);
        assertThat(texts(schema.path("required"))).containsExactlyElementsOf(required);
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void aSchemaHasTheValuesOfEachEnum(EventType type) throws Exception {
        hasTheEnumsOf(type.record(), resource("schemas/" + type.shortName() + ".v1.json"));
    }

    private static void hasTheEnumsOf(Class<?> record, JsonNode schema) throws Exception {
        for (RecordComponent component : record.getRecordComponents()) {
            Class<?> type = element(component);
            JsonNode there = schemaOf(component, schema);
            if (type.isEnum()) {
                assertThat(there.path("enum").valueStream().filter(one -> !one.isNull()))
                        .extracting(JsonNode::asText)
                        .as(component.getName())
                        .containsExactlyElementsOf(said(type));
                Field unknown = type.getField("UNKNOWN");
                assertThat(unknown.isAnnotationPresent(JsonEnumDefaultValue.class))
                        .as(type.getSimpleName())
                        .isTrue();
            } else if (isNested(type)) {
                hasTheEnumsOf(type, there);
            }
        }
    }

    private static JsonNode schemaOf(RecordComponent component, JsonNode schema) {
        JsonNode there = schema.path("properties").path(component.getName());
        return component.getType() == List.class ? there.path("items") : there;
    }

    private static Class<?> element(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType list
                ? (Class<?>) list.getActualTypeArguments()[0]
                : component.getType();
    }

    /** A record of several values, not a value type of one. */
    private static boolean isNested(Class<?> type) {
        return type.isRecord() && type.getRecordComponents().length > 1;
    }

    @Test
    void everyRecordHasATypeOfItsOwn() {
        assertThat(Arrays.stream(EventType.values()).map(EventType::record))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(CaseEvent.class, CatalogueEvent.class, HouseEvent.class)
                                .flatMap(kind -> Arrays.stream(kind.getPermittedSubclasses()))
                                .<Class<? extends SaidEvent>>map(
                                        event -> event.asSubclass(SaidEvent.class))
                                .toList());
    }

    @Test
    void speakersAreTheServicesThatDecide() {
        assertThat(Speakers.of("org.hikeshi.report-received.v1")).containsExactly("intake");
        assertThat(Speakers.of("org.hikeshi.reporter-notified.v1")).containsExactly("notifier");
        assertThat(Speakers.of("org.hikeshi.scored.v1")).containsExactly("triage");
        assertThat(Speakers.of("org.hikeshi.patch-ready.v1")).containsExactly("release");
        assertThat(Speakers.of("org.hikeshi.disclosed.v1")).containsExactly("disclosure");
        assertThat(
                        Arrays.stream(EventType.values())
                                .filter(type -> type.speakers().size() > 1)
                                .map(EventType::shortName))
                .containsExactly("task-opened", "task-closed", "event-parked", "audit-alarm");
        assertThat(Speakers.of("org.hikeshi.task-opened.v1"))
                .containsExactlyInAnyOrder("intake", "triage", "release", "disclosure", "notifier");
        assertThat(Speakers.of("org.hikeshi.report-received.v2")).isEmpty();
    }

    @Test
    void topicsAreWhatTheDesignFixesForEver() {
        assertThat(Topics.declared())
                .containsExactly(
                        new Topics.Topic(
                                "case-events",
                                12,
                                Map.of("retention.ms", "-1", "cleanup.policy", "delete")),
                        new Topics.Topic(
                                "product-catalogue", 12, Map.of("cleanup.policy", "compact")));
        assertThat(Topics.declared().stream().map(Topics.Topic::name))
                .containsExactly(Topics.CASE_EVENTS, Topics.PRODUCT_CATALOGUE);
    }

    @Test
    void asyncApiListsTheTopics() throws IOException {
        JsonNode channels = resource("asyncapi.json").path("channels");
        for (Topics.Topic topic : Topics.declared()) {
            JsonNode channel =
                    channels.valueStream()
                            .filter(one -> one.path("address").asText().equals(topic.name()))
                            .findFirst()
                            .orElseThrow();
            JsonNode kafka = channel.path("bindings").path("kafka");
            assertThat(kafka.path("partitions").asInt()).isEqualTo(topic.partitions());
            JsonNode config = kafka.path("topicConfiguration");
            assertThat(names(config)).containsExactlyInAnyOrderElementsOf(topic.config().keySet());
            topic.config()
                    .forEach(
                            (name, value) -> {
                                JsonNode said = config.path(name);
                                assertThat(said.isArray() ? said.path(0).asText() : said.asText())
                                        .isEqualTo(value);
                            });
        }
        assertThat(channels).hasSameSizeAs(Topics.declared());
    }

    @Test
    void asyncApiListsTheMessagesTheirSchemasAndWhoSaysThem() throws IOException {
        JsonNode document = resource("asyncapi.json");
        JsonNode messages = document.path("components").path("messages");
        Set<String> listed = new TreeSet<>();
        for (Map.Entry<String, JsonNode> entry : messages.properties()) {
            JsonNode message = entry.getValue();
            EventType type = EventType.of(message.path("name").asText()).orElseThrow();
            listed.add(type.ceType());
            assertThat(message.path("payload").path("schema").path("$ref").asText())
                    .isEqualTo("./schemas/" + type.shortName() + ".v1.json");
            String channel = channelOf(type);
            assertThat(names(document.path("channels").path(channel).path("messages")))
                    .contains(entry.getKey());
            String saying = "#/channels/" + channel + "/messages/" + entry.getKey();
            assertThat(document.path("operations").properties())
                    .filteredOn(
                            one -> one.getValue().at("/messages/0/$ref").asText().equals(saying))
                    .extracting(Map.Entry::getKey)
                    .containsExactlyInAnyOrderElementsOf(
                            type.speakers().stream()
                                    .map(by -> by + "Says" + type.record().getSimpleName())
                                    .toList());
        }
        assertThat(listed).hasSize(EventType.values().length);
    }

    private static String channelOf(EventType type) {
        return CatalogueEvent.class.isAssignableFrom(type.record())
                ? "productCatalogue"
                : "caseEvents";
    }

    private static List<String> said(Class<?> enumType) throws NoSuchFieldException {
        List<String> said = new ArrayList<>();
        for (Object constant : enumType.getEnumConstants()) {
            Field field = enumType.getField(((Enum<?>) constant).name());
            if (!field.isAnnotationPresent(JsonEnumDefaultValue.class)) {
                said.add(field.getAnnotation(JsonProperty.class).value());
            }
        }
        return said;
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }

    static JsonNode resource(String name) throws IOException {
        try (InputStream in = EventType.class.getResourceAsStream("/org/hikeshi/events/" + name)) {
            assertThat(in).as(name).isNotNull();
            return JSON.readTree(in);
        }
    }
}
