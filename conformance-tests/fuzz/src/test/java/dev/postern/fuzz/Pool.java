package dev.postern.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Values that answers had, by the names that they went by: ids to ask for again, and names to collide with. */
final class Pool {

    private static final int MOST = 40;
    /** What the state calls by another name than paths do. */
    private static final Map<String, String> ALIASES = Map.of("gateway_id", "instance_id", "environment_id", "env_id");

    private final Random random;
    private final Map<String, List<String>> values = new TreeMap<>();

    Pool(Random random) {
        this.random = random;
    }

    /** Takes everything up that a document has; an {@code id} in a list of throttles is a {@code throttle_id}. */
    void learn(JsonNode document, String around) {
        if (document.isArray()) {
            document.forEach(each -> learn(each, around.replaceAll("ies$", "y").replaceAll("s$", "")));
        } else if (document.isObject()) {
            document.fields().forEachRemaining(field -> learn(field.getValue(), field.getKey().equals("id") ? around + "_id" : field.getKey()));
        } else if (document.isTextual() && !document.textValue().isEmpty() && document.textValue().length() <= 128) {
            List<String> known = values.computeIfAbsent(ALIASES.getOrDefault(around, around), name -> new ArrayList<>());
            if (!known.contains(document.textValue())) {
                if (known.size() == MOST) {
                    known.remove(random.nextInt(MOST));
                }
                known.add(document.textValue());
            }
        }
    }

    /** A value that something of the name had, or of a name that ends alike; any at all where there is no such; else null. */
    String like(String name) {
        List<List<String>> found = new ArrayList<>();
        values.forEach((other, known) -> {
            if (other.equals(name) || other.endsWith("_" + name) || name.endsWith("s") && other.equals(name.substring(0, name.length() - 1))) {
                found.add(known);
            }
        });
        List<List<String>> from = found.isEmpty() || random.nextInt(20) == 0 ? new ArrayList<>(values.values()) : found;
        if (from.isEmpty()) {
            return null;
        }
        List<String> known = from.get(random.nextInt(from.size()));
        return known.get(random.nextInt(known.size()));
    }
}
