package dev.postern.conformance.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.conformance.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The states in seeds/. A file may start {@code from} another and {@code patch} what comes of it, and may have parts,
 * the files in a folder of its name.
 */
public final class Seeds {

    /** What stands for a whole seed, or for a place in one. */
    static final String INCLUDED = "$seed";

    private final ClassLoader loader;
    private final Map<String, JsonNode> composed = new HashMap<>();

    public Seeds(ClassLoader loader) {
        this.loader = loader;
    }

    /** The state by its name, the same tree each time. */
    public JsonNode get(String name) {
        JsonNode known = composed.get(name);
        if (known == null) {
            known = compose(name);
            composed.put(name, known);
        }
        return known;
    }

    /** A seed by its name, or what is at a place of it: {@code name#/pointer}. */
    public JsonNode included(String reference) {
        int pointer = reference.indexOf('#');
        JsonNode found = pointer < 0 ? get(reference)
                : Json.at(get(reference.substring(0, pointer)), reference.substring(pointer + 1));
        if (found.isMissingNode()) {
            throw new IllegalArgumentException("there is no seed " + reference);
        }
        return found;
    }

    private JsonNode compose(String name) {
        ObjectNode own = file("seeds/" + name + ".yaml");
        if (own == null) {
            throw new IllegalArgumentException("there is no seed " + name);
        }
        JsonNode from = own.remove("from");
        JsonNode patches = own.remove("patch");
        JsonNode state = merged(from == null ? Json.object() : get(from.textValue()), own);
        for (String part : Json.resources(loader, "seeds/" + name)) {
            state = merged(state, file(part));
        }
        return patches == null ? state
                : Patch.apply(state, List.of(Json.bind(patches, Patch[].class, "seeds/" + name + ".yaml, patch")));
    }

    private ObjectNode file(String name) {
        JsonNode tree = Json.resource(loader, name);
        return tree == null ? null : filled(tree) instanceof ObjectNode object ? object : Json.object();
    }

    /** The tree with {@code $seed: reference} replaced by what it names. */
    private JsonNode filled(JsonNode tree) {
        if (tree.isObject() && tree.size() == 1 && tree.has(INCLUDED)) {
            return included(tree.path(INCLUDED).textValue());
        }
        if (tree instanceof ObjectNode object) {
            object.fields().forEachRemaining(field -> field.setValue(filled(field.getValue())));
        } else if (tree instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, filled(array.get(i)));
            }
        }
        return tree;
    }

    /** Objects are merged field by field, of lists the elements with the same id; others are added behind. */
    private static JsonNode merged(JsonNode under, JsonNode over) {
        if (under instanceof ObjectNode && over instanceof ObjectNode) {
            ObjectNode merged = under.deepCopy();
            over.fields().forEachRemaining(field -> merged.set(field.getKey(),
                    merged.has(field.getKey()) ? merged(merged.get(field.getKey()), field.getValue()) : field.getValue()));
            return merged;
        }
        if (under instanceof ArrayNode && over instanceof ArrayNode) {
            List<JsonNode> elements = new ArrayList<>();
            under.forEach(elements::add);
            for (JsonNode element : over) {
                int at = element.has("id") ? ids(elements).indexOf(element.get("id")) : -1;
                if (at < 0) {
                    elements.add(element);
                } else {
                    elements.set(at, merged(elements.get(at), element));
                }
            }
            return Json.MAPPER.createArrayNode().addAll(elements);
        }
        return over;
    }

    private static List<JsonNode> ids(List<JsonNode> elements) {
        return elements.stream().map(element -> element.path("id")).toList();
    }
}
