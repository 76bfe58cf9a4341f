package dev.postern.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;

/** Reads and writes JSON and YAML trees, and reaches into them with JSON pointers. */
public final class Json {

    private static final int LARGEST_DOCUMENT = 64 * 1024 * 1024;

    /** Unknown members and repeated keys are refused, so that a slip in a case is not a silent gap. */
    public static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();

    private static final ObjectMapper YAML = yaml();
    private static final ObjectMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    static {
        // A body of 12 MB is sent on purpose, and shown, so the usual limit on one string is too low.
        MAPPER.getFactory().setStreamReadConstraints(
                StreamReadConstraints.builder().maxStringLength(LARGEST_DOCUMENT).build());
    }

    private Json() {}

    private static ObjectMapper yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LARGEST_DOCUMENT);
        YAMLFactory factory = YAMLFactory.builder()
                .loaderOptions(options)
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .disable(YAMLGenerator.Feature.SPLIT_LINES)
                .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                .build();
        return YAMLMapper.builder(factory)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
                .build();
    }

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public static JsonNode parse(String json) throws JsonProcessingException {
        return MAPPER.readTree(json);
    }

    public static JsonNode parseYaml(String yaml) {
        try {
            JsonNode tree = YAML.readTree(yaml);
            return tree == null ? MissingNode.getInstance() : tree;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Reads YAML from the classpath; null when there is nothing by that name. */
    public static JsonNode resource(ClassLoader loader, String name) {
        String text = text(loader, name);
        if (text == null) {
            return null;
        }
        try {
            return parseYaml(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    public static String text(ClassLoader loader, String name) {
        try (InputStream in = loader.getResourceAsStream(name)) {
            return in == null ? null : new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of the files in a folder on the classpath, in their order; none when there is no such folder. */
    public static List<String> resources(ClassLoader loader, String folder) {
        URL found = loader.getResource(folder);
        if (found == null) {
            return List.of();
        }
        try {
            if (found.openConnection() instanceof JarURLConnection connection) {
                connection.setUseCaches(false);
                try (JarFile jar = connection.getJarFile()) {
                    return jar.stream().map(JarEntry::getName)
                            .filter(name -> name.startsWith(folder + "/") && !name.endsWith("/")).sorted().toList();
                }
            }
            try (Stream<Path> files = Files.list(Path.of(found.toURI()))) {
                return files.map(file -> folder + "/" + file.getFileName()).sorted().toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public static <T> T bind(JsonNode tree, Class<T> type, String where) {
        try {
            return MAPPER.treeToValue(tree, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(where + ": " + e.getOriginalMessage()
                    + (e instanceof com.fasterxml.jackson.databind.JsonMappingException m ? " at " + m.getPathReference() : ""), e);
        }
    }

    public static String pretty(JsonNode tree) {
        return write(PRETTY, tree);
    }

    public static String compact(JsonNode tree) {
        return write(MAPPER, tree);
    }

    public static String yaml(JsonNode tree) {
        return write(YAML, tree);
    }

    private static String write(ObjectMapper mapper, JsonNode tree) {
        try {
            return mapper.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The segments of a pointer, unescaped. */
    public static List<String> segments(String pointer) {
        if (pointer.isEmpty()) {
            return List.of();
        }
        if (!pointer.startsWith("/")) {
            throw new IllegalArgumentException("not a JSON pointer: " + pointer);
        }
        List<String> segments = new ArrayList<>();
        for (String segment : pointer.substring(1).split("/", -1)) {
            segments.add(segment.replace("~1", "/").replace("~0", "~"));
        }
        return segments;
    }

    public static String pointer(List<String> segments) {
        StringBuilder pointer = new StringBuilder();
        for (String segment : segments) {
            pointer.append('/').append(segment.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }

    /** All values at a pointer in which {@code *} stands for every element of an array. */
    public static List<JsonNode> all(JsonNode tree, String pointer) {
        List<JsonNode> found = List.of(tree);
        for (String segment : segments(pointer)) {
            List<JsonNode> next = new ArrayList<>();
            for (JsonNode node : found) {
                if (segment.equals("*")) {
                    node.elements().forEachRemaining(next::add);
                } else {
                    JsonNode child = node.isArray() && segment.matches("\\d+")
                            ? node.path(Integer.parseInt(segment)) : node.path(segment);
                    if (!child.isMissingNode()) {
                        next.add(child);
                    }
                }
            }
            found = next;
        }
        return found;
    }

    public static JsonNode at(JsonNode tree, String pointer) {
        return tree.at(pointer);
    }

    /**
     * The tree with the value at the pointer; objects on the way are made where they are missing, {@code -} appends to
     * an array, and a missing value removes what is there. What the pointer does not pass is that of the tree itself:
     * there are thousands of trees that differ in one place, and nobody changes one that was handed on.
     */
    public static JsonNode with(JsonNode tree, String pointer, JsonNode value) {
        return with(absent(tree) ? object() : tree, segments(pointer), value);
    }

    private static JsonNode with(JsonNode tree, List<String> way, JsonNode value) {
        if (way.isEmpty()) {
            return value;
        }
        String segment = way.get(0);
        JsonNode copy = absent(tree)
                ? segment.matches("\\d+|-") ? MAPPER.createArrayNode() : object() : shallow(tree);
        put(copy, segment, way.size() == 1 ? value : with(child(copy, segment), way.subList(1, way.size()), value));
        return copy;
    }

    private static boolean absent(JsonNode tree) {
        return tree == null || tree.isMissingNode() || tree.isNull();
    }

    private static JsonNode shallow(JsonNode tree) {
        return tree instanceof ObjectNode object ? object().setAll(object)
                : tree instanceof ArrayNode array ? MAPPER.createArrayNode().addAll(array) : tree;
    }

    private static JsonNode child(JsonNode node, String segment) {
        return node instanceof ArrayNode array
                ? (segment.equals("-") ? MissingNode.getInstance() : array.path(Integer.parseInt(segment)))
                : node.path(segment);
    }

    private static void put(JsonNode node, String segment, JsonNode value) {
        boolean remove = value == null || value.isMissingNode();
        if (node instanceof ObjectNode object) {
            if (remove) {
                object.remove(segment);
            } else {
                object.set(segment, value);
            }
        } else if (node instanceof ArrayNode array) {
            int index = segment.equals("-") ? array.size() : Integer.parseInt(segment);
            if (remove) {
                array.remove(index);
            } else if (index >= array.size()) {
                array.add(value);
            } else {
                array.set(index, value);
            }
        } else {
            throw new IllegalArgumentException("nothing can be put at " + segment + " of " + node);
        }
    }

    /** A list in the opposite order. */
    public static JsonNode reversed(JsonNode list) {
        ArrayNode result = JsonNodeFactory.instance.arrayNode();
        for (int i = list.size() - 1; i >= 0; i--) {
            result.add(list.get(i));
        }
        return result;
    }
}
