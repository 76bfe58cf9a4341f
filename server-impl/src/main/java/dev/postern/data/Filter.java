package dev.postern.data;

import io.micronaut.data.repository.jpa.criteria.PredicateSpecification;

import java.util.Collection;
import java.util.Locale;

/** The conditions of a list: each applies only where the caller gave a value for it. */
public final class Filter {

    private Filter() {
    }

    /** The property equals the value. */
    public static <T> PredicateSpecification<T> equal(String property, Object value) {
        return value == null ? any() : (root, builder) -> builder.equal(root.get(property), value);
    }

    /** The property contains the text, in whatever case. */
    public static <T> PredicateSpecification<T> contains(String property, String text) {
        return text == null || text.isEmpty() ? any() : (root, builder) -> builder.like(
            builder.lower(root.get(property)), "%" + escaped(text.toLowerCase(Locale.ROOT)) + "%", '\\');
    }

    /** The property is one of the values, of which there is one or more. */
    public static <T> PredicateSpecification<T> in(String property, Collection<?> values) {
        return (root, builder) -> root.get(property).in(values);
    }

    /** Every row. */
    public static <T> PredicateSpecification<T> any() {
        return (root, builder) -> builder.conjunction();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
