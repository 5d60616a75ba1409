package org.hikeshi.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
        List<String> fields = new ArrayList<>();
        List<String> required = new ArrayList<>();
        for (RecordComponent component : type.record().getRecordComponents()) {
            fields.add(component.getName());
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(component.getName());
            }
        }
        assertThat(schema.path("title").asText()).isEqualTo(type.ceType());
        assertThat(names(schema.path("properties"))).containsExactlyElementsOf(fields);
        assertThat(texts(schema.path("required"))).containsExactlyElementsOf(required);
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void aSchemaHasTheValuesOfEachEnum(EventType type) throws Exception {
        JsonNode properties =
                resource("schemas/" + type.shortName() + ".v1.json").path("properties");
        for (RecordComponent component : type.record().getRecordComponents()) {
            if (component.getType().isEnum()) {
                assertThat(texts(properties.path(component.getName()).path("enum")))
                        .as(component.getName())
                        .containsExactlyElementsOf(said(component.getType()));
            }
        }
    }

    @Test
    void everyEnumHasACatchAllNamedUnknown() throws Exception {
        for (EventType type : EventType.values()) {
            for (RecordComponent component : type.record().getRecordComponents()) {
                if (component.getType().isEnum()) {
                    Field unknown = component.getType().getField("UNKNOWN");
                    assertThat(unknown.isAnnotationPresent(JsonEnumDefaultValue.class))
                            .as(component.getType().getSimpleName())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void everyRecordHasATypeOfItsOwn() {
        assertThat(Arrays.stream(EventType.values()).map(EventType::record))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(CaseEvent.class.getPermittedSubclasses())
                                .<Class<? extends CaseEvent>>map(
                                        event -> event.asSubclass(CaseEvent.class))
                                .toList());
    }

    @Test
    void speakersAreTheServicesThatDecide() {
        assertThat(Speakers.of("org.hikeshi.report-received.v1")).contains("intake");
        assertThat(Speakers.of("org.hikeshi.reporter-notified.v1")).contains("notifier");
        assertThat(Speakers.of("org.hikeshi.delivery-failed.v1")).contains("notifier");
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
            assertThat(document.path("operations").valueStream())
                    .filteredOn(
                            one ->
                                    one.path("messages")
                                            .path(0)
                                            .path("$ref")
                                            .asText()
                                            .equals(
                                                    "#/channels/caseEvents/messages/"
                                                            + entry.getKey()))
                    .singleElement()
                    .satisfies(
                            one ->
                                    assertThat(one.path("summary").asText())
                                            .startsWith("Only " + type.speaker() + " "));
        }
        assertThat(listed).hasSize(EventType.values().length);
        assertThat(names(document.path("channels").path("caseEvents").path("messages")))
                .containsExactlyInAnyOrderElementsOf(names(messages));
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
