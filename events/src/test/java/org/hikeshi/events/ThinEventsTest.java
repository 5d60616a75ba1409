package org.hikeshi.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Because whatever enters Kafka stays for ever and is read by every service, an event carries no
 * text that anybody could fill with a name, an address or a word of a report. A component is an id,
 * an enum, a number, a moment, or a value type that refuses all but its own short pattern.
 */
class ThinEventsTest {

    private static final Set<Class<?>> PLAIN =
            Set.of(
                    UUID.class,
                    Instant.class,
                    LocalDate.class,
                    BigDecimal.class,
                    boolean.class,
                    int.class,
                    long.class);

    private static final List<String> WORDS_OF_PEOPLE =
            List.of(
                    "Taro Yamada",
                    "taro@example.com",
                    "山田",
                    "192.0.2.1/24",
                    "2001:db8::1",
                    "poc_exploit.py",
                    "a/b",
                    "x\ny",
                    "",
                    "x".repeat(65),
                    "<b>");

    @Test
    void noEventHasRoomForText() {
        assertThat(CaseEvent.class.getPermittedSubclasses()).isNotEmpty();
        List<String> wrong = new ArrayList<>();
        for (Class<?> event : CaseEvent.class.getPermittedSubclasses()) {
            look(event, event.getSimpleName(), wrong);
        }
        for (Class<?> event : HouseEvent.class.getPermittedSubclasses()) {
            look(event, event.getSimpleName(), wrong);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void theRuleSeesText() {
        record Nested(String prose) {}
        record Loose(
                UUID id,
                Nested nested,
                List<String> names,
                List<Nested> more,
                Object anything,
                byte[] bytes) {}
        List<String> wrong = new ArrayList<>();
        look(Loose.class, "Loose", wrong);
        assertThat(wrong).hasSize(5).anyMatch(reason -> reason.startsWith("Loose.nested"));
    }

    private static void look(Class<?> record, String path, List<String> wrong) {
        for (RecordComponent component : record.getRecordComponents()) {
            Class<?> type = elementOf(component);
            String here = path + "." + component.getName();
            if (PLAIN.contains(type) || type.isEnum()) {
                continue;
            }
            if (!type.isRecord()) {
                wrong.add(here + ": " + type.getSimpleName() + " may hold anything");
            } else if (isOfOneString(type)) {
                WORDS_OF_PEOPLE.stream()
                        .filter(word -> accepts(type, word))
                        .findFirst()
                        .ifPresent(
                                word -> wrong.add(here + ": its pattern lets '" + word + "' in"));
            } else {
                look(type, here, wrong);
            }
        }
    }

    /** Of a list its element's type, else the component's own. */
    private static Class<?> elementOf(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType list
                ? (Class<?>) list.getActualTypeArguments()[0]
                : component.getType();
    }

    private static boolean isOfOneString(Class<?> type) {
        RecordComponent[] parts = type.getRecordComponents();
        return parts.length == 1 && parts[0].getType() == String.class;
    }

    private static boolean accepts(Class<?> type, String word) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            constructor.newInstance(word);
            return true;
        } catch (InvocationTargetException e) {
            return !(e.getCause() instanceof IllegalArgumentException);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(Arrays.toString(type.getDeclaredConstructors()), e);
        }
    }
}
