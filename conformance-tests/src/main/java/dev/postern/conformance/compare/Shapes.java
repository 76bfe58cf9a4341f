package dev.postern.conformance.compare;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postern.conformance.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The named shapes of generated values, from shapes.yaml. */
public final class Shapes {

    private final Map<String, Pattern> named = new LinkedHashMap<>();

    public Shapes(ClassLoader loader) {
        JsonNode file = Json.resource(loader, "shapes.yaml");
        if (file != null) {
            file.fields().forEachRemaining(e -> named.put(e.getKey(), Pattern.compile(e.getValue().textValue())));
        }
    }

    /** A shape by its name; anything that is not the name of one is a regular expression itself. */
    public Pattern get(String shape) {
        return named.containsKey(shape) ? named.get(shape) : Pattern.compile(shape);
    }
}
