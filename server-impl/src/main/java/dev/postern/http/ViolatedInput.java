package dev.postern.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanIntrospector;
import io.micronaut.core.beans.BeanProperty;
import io.micronaut.core.type.Argument;
import io.micronaut.http.annotation.Body;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;

import java.util.Comparator;
import java.util.Iterator;

/**
 * The parameter or field that breaks a rule, by the name that was sent; in the order of the operation.
 *
 * @param argument the position of the method's argument
 * @param property the position of the field in the body, 0 for parameters
 * @param inBody whether it is a field of the body
 * @param name the parameter, or the path of the field, e.g. {@code tags[0].key}
 * @param missing whether it is not there at all
 * @param reason the broken rule in words
 */
record ViolatedInput(int argument, int property, boolean inBody, String name, boolean missing, String reason)
    implements Comparable<ViolatedInput> {

    private static final Comparator<ViolatedInput> ORDER = Comparator.comparingInt(ViolatedInput::argument)
        .thenComparingInt(ViolatedInput::property).thenComparing(ViolatedInput::name).thenComparing(ViolatedInput::reason);

    static ViolatedInput of(ConstraintViolation<?> violation, Argument<?>[] arguments) {
        Iterator<Path.Node> nodes = violation.getPropertyPath().iterator();
        Path.Node node = nodes.next();
        if (node.getKind() == ElementKind.METHOD) {
            node = nodes.next();
        }
        int position = position(arguments, node.getName());
        Argument<?> argument = arguments[position];
        boolean missing = violation.getInvalidValue() == null;
        if (!argument.isAnnotationPresent(Body.class)) {
            return new ViolatedInput(position, 0, false, Refusals.nameOf(argument), missing, violation.getMessage());
        }
        if (!nodes.hasNext()) {
            return new ViolatedInput(position, 0, true, "body", missing, violation.getMessage());
        }
        return field(position, argument.getType(), nodes, missing, violation.getMessage());
    }

    @Override
    public int compareTo(ViolatedInput other) {
        return ORDER.compare(this, other);
    }

    private static ViolatedInput field(int position, Class<?> body, Iterator<Path.Node> nodes, boolean missing,
                                       String reason) {
        StringBuilder name = new StringBuilder();
        int first = -1;
        Class<?> type = body;
        while (nodes.hasNext()) {
            Path.Node node = nodes.next();
            if (node.getIndex() != null) {
                name.append('[').append(node.getIndex()).append(']');
            }
            if (node.getKey() != null) {
                name.append('.').append(node.getKey());
            }
            if (node.getKind() != ElementKind.PROPERTY) {
                continue;
            }
            BeanIntrospection<?> introspection = BeanIntrospector.SHARED.getIntrospection(type);
            BeanProperty<?, ?> property = introspection.getRequiredProperty(node.getName(), Object.class);
            if (first < 0) {
                first = introspection.propertyIndexOf(node.getName());
            }
            name.append(name.isEmpty() ? "" : ".")
                .append(property.stringValue(JsonProperty.class).orElse(node.getName()));
            Argument<?> next = property.asArgument();
            // Of a list its elements, of a map its values.
            Argument<?>[] inner = next.getTypeParameters();
            type = inner.length == 0 ? next.getType() : inner[inner.length - 1].getType();
        }
        return new ViolatedInput(position, Math.max(first, 0), true, name.toString(), missing, reason);
    }

    private static int position(Argument<?>[] arguments, String name) {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].getName().equals(name)) {
                return i;
            }
        }
        throw new IllegalStateException("a violation names the unknown argument " + name);
    }
}
