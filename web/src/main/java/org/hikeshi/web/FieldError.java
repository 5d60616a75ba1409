package org.hikeshi.web;

import io.quarkus.qute.TemplateData;
import java.util.Collection;
import java.util.List;

/**
 * One field that could not be taken.
 *
 * @param pointer JSON pointer (RFC 6901) of the field in an API request; in a form the field's name
 *     after a slash
 * @param code fixed word for programs, also the key of its sentence: {@code error.<code>} in {@link
 *     Words}
 * @param arguments what the sentence names, never the input itself
 * @param accepted for programs: the fields that could stand there, or the words that the field
 *     takes; empty where that is no short list
 */
@TemplateData
public record FieldError(
        String pointer, String code, List<Object> arguments, List<String> accepted) {

    public FieldError {
        arguments = List.copyOf(arguments);
        accepted = List.copyOf(accepted);
    }

    public static FieldError at(String pointer, String code, Object... arguments) {
        return new FieldError(pointer, code, List.of(arguments), List.of());
    }

    /** The same fault, told of another place: where it stands in a form or inside a larger body. */
    public FieldError movedTo(String place) {
        return new FieldError(place, code, arguments, accepted);
    }

    /** The same fault, with what would have been taken. */
    public FieldError accepting(Collection<String> words) {
        return new FieldError(pointer, code, arguments, List.copyOf(words));
    }

    /** The sentence a person reads. */
    public String message(Words words, Language language) {
        return words.say(language, "error." + code, arguments.toArray());
    }

    /** The form field's name: the pointer without its slash, steps joined by dots. */
    public String field() {
        return pointer.startsWith("/") ? pointer.substring(1).replace('/', '.') : pointer;
    }
}
