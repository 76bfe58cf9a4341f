package dev.postern.http;

import dev.postern.error.ErrorCode;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a bad value of one parameter or field is answered, where that is not the dialect's usual way. */
@Target({})
@Retention(RetentionPolicy.RUNTIME)
public @interface Violation {

    /** The parameter or field. */
    String of();

    /** {@code x-postern-violation}: none, or the one code to answer with. */
    ErrorCode[] code() default {};

    /** {@code x-postern-reported-as}: empty, or what errors call it. */
    String reportedAs() default "";
}
