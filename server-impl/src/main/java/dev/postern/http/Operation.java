package dev.postern.http;

import dev.postern.error.Dialect;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the description says of an operation beyond its interface; generated onto each of its methods. */
@Inherited
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Operation {

    /** The operationId. */
    String id();

    /** Its family: the tag in lower case. */
    String family();

    /** {@code x-postern-dialect}. */
    Dialect dialect();

    /** {@code x-postern-action}: what the caller must be allowed to do; empty where anybody known may. */
    String action() default "";

    /** Whether callers have to say who they are; {@code security: []} makes it false. */
    boolean secured() default true;

    /** Parameters and fields whose violation is answered in a way of its own. */
    Violation[] violations() default {};
}
