package org.hikeshi.web;

import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * One field that could not be taken.
 *
 * @param pointer JSON pointer (RFC 6901) of the field in an API request; in a form the field's name
 *     after a slash
 * @param code fixed word for programs, also the key of its sentence: {@code error.<code>} in {@link
 *     Words}
 * @param arguments what the sentence names, never the input itself
 */
@TemplateData
public record FieldError(String pointer, String code, List<Object> arguments) {

    public FieldError {
        arguments = List.copyOf(arguments);
    }

    public static FieldError at(String pointer, String code, Object... arguments) {
        return new FieldError(pointer, code, List.of(arguments));
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
