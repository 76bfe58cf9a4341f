package dev.postern.http;

import io.micronaut.core.bind.annotation.Bindable;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A query parameter that is corrected instead of refused ({@code x-postern-clamp}). */
@Bindable
@Inherited
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Clamp {

    /** The parameter's name. */
    String value();

    /** What an absent value counts as, or one that is no number. */
    long otherwise();

    /** The smallest value that is taken as it is. */
    long minimum();

    /** What anything below the minimum counts as. */
    long below();

    /** The largest value that is taken as it is. */
    long maximum() default Long.MAX_VALUE;

    /** What anything above the maximum counts as. */
    long above() default Long.MAX_VALUE;
}
