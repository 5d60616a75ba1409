package org.hikeshi.trust.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says on a resource method which relation its object check demands. Every one carries it. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Reaches {
    Reach value();

    /**
     * The roles that the use case lets act, where the door lets in more; empty where the door has
     * said it all. Roles that a policy names stand here as the bundled policy has them.
     */
    String[] roles() default {};

    /** The other way round: roles that the use case turns away, though the door lets them in. */
    String[] notFor() default {};

    /** For {@link Reach#SERVICE}: who may call. */
    String[] callers() default {};
}
