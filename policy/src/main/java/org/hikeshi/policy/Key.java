package org.hikeshi.policy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the file's author reads about a key: the sentence in the editor, and the value that holds
 * when the key is left out. Without {@link #otherwise()} a key is mandatory (unless Optional).
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface Key {
    String MANDATORY = "\0";

    String says();

    /** A scalar as written in the file, or "" for an empty list or mapping. */
    String otherwise() default MANDATORY;
}
