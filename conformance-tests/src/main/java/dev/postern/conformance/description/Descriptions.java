package dev.postern.conformance.description;

import dev.postern.conformance.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All the descriptions that the kit checks a server against. */
public final class Descriptions {

    /** Where each bundled description lies, below META-INF/postern/spec or a folder of bundles. */
    private static final List<String> PLACES = List.of("apig/v2", "secmaster/v1", "iam/v3", "postern/v1");

    private final List<Description> all;
    private final Map<String, Operation> operations = new LinkedHashMap<>();
    private final Map<String, Example> examples = new LinkedHashMap<>();

    public Descriptions(List<Description> all) {
        this.all = List.copyOf(all);
        for (Description description : all) {
            operations.putAll(description.operations());
            description.operations().values().forEach(operation -> examples.putAll(operation.examples()));
        }
    }

    public static Descriptions fromClasspath(ClassLoader loader) {
        List<Description> found = new ArrayList<>();
        for (String place : PLACES) {
            String name = "META-INF/postern/spec/" + place + "/openapi.yaml";
            String text = Json.text(loader, name);
            if (text == null) {
                throw new IllegalStateException(name + " is not on the classpath; postern-spec holds it");
            }
            found.add(new Description(api(place), text));
        }
        return new Descriptions(found);
    }

    public static Descriptions fromFolder(Path folder) {
        List<Description> found = new ArrayList<>();
        for (String place : PLACES) {
            try {
                found.add(new Description(api(place), Files.readString(folder.resolve(place).resolve("openapi.yaml"))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Descriptions(found);
    }

    private static String api(String place) {
        return place.substring(0, place.indexOf('/'));
    }

    public List<Description> all() {
        return all;
    }

    public Collection<Operation> operations() {
        return operations.values();
    }

    public Operation operation(String id) {
        Operation operation = operations.get(id);
        if (operation == null) {
            throw new IllegalArgumentException("there is no operation " + id);
        }
        return operation;
    }

    /** The example by its id; one without a slash belongs to the given operation. */
    public Example example(String id, String operation) {
        Example example = examples.get(id.contains("/") ? id : operation + "/" + id);
        if (example == null) {
            throw new IllegalArgumentException("there is no example " + id + " of " + operation);
        }
        return example;
    }

    public Collection<Example> examples() {
        return examples.values();
    }
}
