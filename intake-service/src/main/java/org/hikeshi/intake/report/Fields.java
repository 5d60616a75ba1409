package org.hikeshi.intake.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.hikeshi.web.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object read field by field; every complaint is collected with its pointer, and what
 * nobody asked for is complained about at the end. Null counts as absent.
 */
final class Fields {

    private static final int MOST_ERRORS = 50;

    private final ObjectNode object;
    private final String pointer;
    private final List<FieldError> errors;
    private final Set<String> known = new HashSet<>();

    Fields(ObjectNode object, String pointer, List<FieldError> errors) {
        this.object = object;
        this.pointer = pointer;
        this.errors = errors;
    }

    /** Several lines of prose. */
    String prose(String name) {
        return text(name, Texts.LONGEST_PROSE, false);
    }

    /** One line; line breaks and control characters are refused. */
    String line(String name, int longest) {
        return text(name, longest, true);
    }

    /** As {@link #line}, but null unless it was given and is a line, so that empty is seen. */
    @Nullable String lineIfGiven(String name, int longest) {
        int before = errors.size();
        String line = text(name, longest, true);
        return has(name) && errors.size() == before ? line : null;
    }

    @Nullable Boolean yesOrNo(String name) {
        JsonNode value = value(name);
        if (value != null && !value.isBoolean()) {
            complain(name, "wrong-type");
            return null;
        }
        return value == null ? null : value.booleanValue();
    }

    /** A value with a syntax of its own; {@code code} tells what it should have been. */
    <T> @Nullable T parsed(String name, String code, Function<String, T> parser) {
        String text = line(name, Texts.LONGEST_LINE);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return parser.apply(text);
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            complain(name, code);
            return null;
        }
    }

    /** One of a few words; {@code code} tells that it is none of them. */
    <T> @Nullable T oneOf(String name, String code, List<T> values, Function<T, String> word) {
        String text = line(name, Texts.LONGEST_LINE);
        if (text.isEmpty()) {
            return null;
        }
        for (T value : values) {
            if (word.apply(value).equals(text)) {
                return value;
            }
        }
        complain(name, code, values.stream().map(word).toList());
        return null;
    }

    /** A nested object; empty if absent, so that its fields read as absent. */
    Fields inner(String name) {
        JsonNode value = value(name);
        ObjectNode inner = object.objectNode();
        if (value instanceof ObjectNode given) {
            inner = given;
        } else if (value != null) {
            complain(name, "wrong-type");
        }
        return new Fields(inner, pointer + "/" + name, errors);
    }

    /** The objects of a list. */
    List<Fields> list(String name, int most) {
        JsonNode value = value(name);
        List<Fields> items = new ArrayList<>();
        if (value == null) {
            return items;
        }
        if (!value.isArray()) {
            complain(name, "wrong-type");
        } else if (value.size() > most) {
            complain(name, "too-many", most);
        } else {
            int index = 0;
            for (JsonNode item : value) {
                String at = pointer + "/" + name + "/" + index++;
                if (item instanceof ObjectNode given) {
                    items.add(new Fields(given, at, errors));
                } else {
                    add(FieldError.at(at, "wrong-type"));
                }
            }
        }
        return items;
    }

    boolean has(String name) {
        return value(name) != null;
    }

    void complain(String name, String code, Object... arguments) {
        add(FieldError.at(pointer + "/" + name, code, arguments));
    }

    /** Complains, and says what would have been taken. */
    void complain(String name, String code, List<String> accepted) {
        add(FieldError.at(pointer + "/" + name, code).accepting(accepted));
    }

    /** Complains about fields that nobody asked for. */
    void done() {
        List<String> accepted = known.stream().sorted().toList();
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                complain(escaped(name), "unknown-field", accepted);
            }
        }
    }

    private @Nullable JsonNode value(String name) {
        known.add(name);
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private String text(String name, int longest, boolean oneLine) {
        JsonNode value = value(name);
        if (value == null) {
            return "";
        }
        if (!value.isTextual()) {
            complain(name, "wrong-type");
            return "";
        }
        String text = value.textValue();
        String fault = Texts.fault(text, longest, oneLine);
        if (!fault.isEmpty()) {
            complain(name, fault, longest);
            return "";
        }
        return text;
    }

    private void add(FieldError error) {
        if (errors.size() < MOST_ERRORS) {
            errors.add(error);
        }
    }

    /** RFC 6901 §3; a name that is no Unicode or endless is not repeated as it is. */
    private static String escaped(String name) {
        String shown =
                name.codePoints()
                        .limit(100)
                        .map(Fields::printable)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
        return shown.replace("~", "~0").replace("/", "~1");
    }

    private static int printable(int codePoint) {
        boolean surrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
        return surrogate || Character.isISOControl(codePoint) ? 0xfffd : codePoint;
    }
}
