package dev.postern.conformance.derive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.postern.conformance.Json;
import dev.postern.conformance.cases.Case;
import dev.postern.conformance.cases.CaseFile;
import dev.postern.conformance.cases.Expectation;
import dev.postern.conformance.cases.Patch;
import dev.postern.conformance.description.Descriptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Derives a case for every enum value that an answer shows of the state: it is put there, and looked for in the answer. */
final class ShownValues {

    private final CaseFile.Derive derive;
    private final CaseFile.Shown shown;
    private final Case base;
    private final JsonNode answerSchema;
    private final JsonNode stateSchema;
    private final JsonNode answer;
    private final Map<String, Place> places = new LinkedHashMap<>();

    /** Where the values of one enum stand in the answer and in the state; {@code listed} where they are elements of a list. */
    private record Place(JsonNode members, boolean listed, String answer, String state, boolean taken) {}

    ShownValues(Descriptions descriptions, CaseFile.Derive derive, CaseFile.Shown shown, Case base) {
        if (base == null || base.seed() == null || base.first().expect().document(descriptions, base.operation().id()) == null) {
            throw new IllegalArgumentException("derive.shown of " + base
                    + " needs a case with a seed and a whole 2xx answer to start from");
        }
        this.derive = derive;
        this.shown = shown;
        this.base = base;
        Expectation expect = base.first().expect();
        this.answer = expect.document(descriptions, base.operation().id());
        this.answerSchema = at(base.operation().answers().get(expect.status()), shown.answer());
        this.stateSchema = at(descriptions.operation("showState").answers().get(200), shown.state());
        if (Json.at(answer, shown.answer()).isMissingNode() || Json.at(base.seed(), shown.state()).isMissingNode()) {
            throw new IllegalArgumentException("derive.shown of " + base + ": the case has no " + shown.answer()
                    + " in its answer or no " + shown.state() + " in its seed");
        }
    }

    private JsonNode at(JsonNode schema, String pointer) {
        JsonNode found = schema;
        for (String segment : Json.segments(pointer)) {
            found = found.has("items") ? found.path("items") : found.path("properties").path(segment);
        }
        if (found.isMissingNode()) {
            throw new IllegalArgumentException("derive.shown of " + base + ": no schema describes " + pointer);
        }
        return found;
    }

    List<Case> cases() {
        String start = base.first().expect().status() + ":" + shown.answer().replaceAll("/\\d+(?=/|$)", "/*");
        find(start, answerSchema, stateSchema, shown.answer(), shown.state());
        List<Case> cases = new ArrayList<>();
        places.forEach((location, place) -> {
            for (JsonNode value : place.members) {
                boolean excepted = derive.except().stream().anyMatch(e -> e.covers(location, value));
                if (!value.isNull() && !excepted && !shownByBase(place, value)) {
                    cases.add(build(location, place, value));
                }
            }
        });
        return cases;
    }

    /** What both sides have, as far down as there is an object on both. */
    private void find(String location, JsonNode shows, JsonNode holds, String in, String from) {
        JsonNode elements = shows.path("items");
        if (shows.has("enum") || elements.has("enum")) {
            boolean listed = !shows.has("enum");
            Place place = new Place(both(listed ? elements : shows, listed ? holds.path("items") : holds), listed, in, from,
                    !Json.at(answer, in).isMissingNode() && !Json.at(base.seed(), from).isMissingNode());
            // Of several elements that could have the value, the first one that has such a value already.
            places.merge(listed ? location + "/*" : location, place,
                    (before, other) -> before.taken || !other.taken ? before : other);
        } else if (!elements.isMissingNode()) {
            int size = Math.min(Json.at(answer, in).size(), Json.at(base.seed(), from).size());
            for (int i = 0; i < size; i++) {
                find(location + "/*", elements, holds.path("items"), in + "/" + i, from + "/" + i);
            }
        } else if (Json.at(answer, in).isObject() && Json.at(base.seed(), from).isObject()) {
            shows.path("properties").fields().forEachRemaining(property -> {
                String kept = shown.rename().getOrDefault(property.getKey(), property.getKey());
                JsonNode held = holds.path("properties").path(kept);
                if (!held.isMissingNode()) {
                    find(location + step(property.getKey()), property.getValue(), held,
                            in + step(property.getKey()), from + step(kept));
                }
            });
        }
    }

    private static String step(String name) {
        return Json.pointer(List.of(name));
    }

    /** The values that the answer may have and the state can hold. */
    private static JsonNode both(JsonNode shows, JsonNode holds) {
        Set<JsonNode> held = new LinkedHashSet<>();
        holds.path("enum").forEach(held::add);
        ArrayNode members = Json.MAPPER.createArrayNode();
        for (JsonNode value : shows.path("enum")) {
            if (held.isEmpty() || held.contains(value)) {
                members.add(value);
            }
        }
        return members;
    }

    private boolean shownByBase(Place place, JsonNode value) {
        JsonNode whole = put(place, value);
        return whole.equals(Json.at(answer, place.answer)) && whole.equals(Json.at(base.seed(), place.state));
    }

    private static JsonNode put(Place place, JsonNode value) {
        return place.listed ? Json.MAPPER.createArrayNode().add(value) : value;
    }

    private Case build(String location, Place place, JsonNode value) {
        List<Patch> seed = new ArrayList<>(List.of(new Patch(place.state, put(place, value))));
        List<Patch> expected = new ArrayList<>(List.of(new Patch(place.answer, put(place, value))));
        derive.with().stream().filter(w -> w.covers(location, value)).forEach(with -> {
            seed.addAll(with.seed() == null ? List.of() : with.seed());
            expected.addAll(with.patch() == null ? List.of() : with.patch());
        });
        Case.Step first = base.first();
        Set<String> needs = new LinkedHashSet<>(base.needs());
        needs.add(Case.CONTROL);
        return new Case(base.operation(), location + " = " + value.asText(), null, Case.Origin.SHOWN, needs,
                Patch.apply(base.seed(), seed), base.faults(),
                List.of(new Case.Step(first.operation(), first.name(), first.request(), first.expect().patched(expected))));
    }
}
