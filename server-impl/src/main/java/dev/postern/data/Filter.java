package dev.postern.data;

import io.micronaut.core.naming.NameUtils;
import io.micronaut.data.repository.jpa.criteria.PredicateSpecification;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

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
            builder.lower(root.get(property)), containing(text), '\\');
    }

    /**
     * The property contains the text, in whatever case; or equals it, where {@code precise_search} names the property.
     *
     * @param preciseSearch names of properties with commas between them; null where there is none
     * @param called what else the property is called there, e.g. {@code plugin_name}
     */
    public static <T> PredicateSpecification<T> named(String property, String text, String preciseSearch,
                                                      String... called) {
        Set<String> names = new HashSet<>(Set.of(called));
        names.add(NameUtils.underscoreSeparate(property).toLowerCase(Locale.ROOT));
        boolean precise = preciseSearch != null
            && Arrays.stream(preciseSearch.split(",")).map(String::trim).anyMatch(names::contains);
        return precise && text != null && !text.isEmpty() ? equal(property, text) : contains(property, text);
    }

    /** The property is one of the values, of which there is one or more. */
    public static <T> PredicateSpecification<T> in(String property, Collection<?> values) {
        return (root, builder) -> root.get(property).in(values);
    }

    /** Every row; not the library's own conjunction of nothing, of which it makes no SQL inside of another one. */
    public static <T> PredicateSpecification<T> any() {
        return (root, builder) -> builder.equal(builder.literal(1), builder.literal(1));
    }

    /** A pattern for what contains a text and is in lower case; the backslash escapes. */
    public static String containing(String text) {
        return "%" + text.toLowerCase(Locale.ROOT).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
