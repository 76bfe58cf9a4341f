package dev.postern.load;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Everything that clients work on, at one moment; never changes. */
final class World {

    static final String PROJECT = "73d69ae0cfcf460190522d06b60f05ad";
    /** The gateway that clients work in. */
    static final String GATEWAY = "6a7d71827fd54572b1f31aa9548fcc81";
    static final String RELEASE = "DEFAULT_ENVIRONMENT_RELEASE_ID";
    static final String ONLINE = "online";
    static final String OFFLINE = "offline";

    /** What the state of a test begins with; the quotas are those of {@link Kind}. */
    static final String SEED = """
        gateways:
          - id: %s
            project_id: %s
            instance_name: the-one
            quotas: [{name: THROTTLE_NUM_LIMIT, most: %d}, {name: APP_NUM_LIMIT, most: %d}]
            environments: [{id: %s, name: RELEASE}]
        """.formatted(GATEWAY, PROJECT, Kind.THROTTLE.most, Kind.APP.most, RELEASE);

    private final Map<String, Thing> things;
    private final int hash;

    private World(Map<String, Thing> things) {
        this.things = things;
        this.hash = things.hashCode();
    }

    static World of(List<Thing> all) {
        Map<String, Thing> things = new HashMap<>();
        for (Thing thing : all) {
            Thing other = things.put(thing.id(), thing);
            if (other != null) {
                throw new AssertionError("one id twice: " + thing + " and " + other);
            }
        }
        return new World(things);
    }

    /** What the state of a server has. */
    static World of(JsonNode state) {
        List<Thing> all = new ArrayList<>();
        for (JsonNode gateway : state.path("gateways")) {
            all.add(thing(Kind.GATEWAY, gateway, "", "instance_name", "description"));
            if (gateway.path("id").asText().equals(GATEWAY)) {
                addContents(all, gateway);
            }
        }
        state.path("certificates").forEach(each -> all.add(thing(Kind.CERTIFICATE, each, "", "name", "")));
        return of(all);
    }

    private static void addContents(List<Thing> all, JsonNode gateway) {
        gateway.path("environments").forEach(each -> all.add(thing(Kind.ENVIRONMENT, each, "")));
        for (JsonNode group : gateway.path("api_groups")) {
            all.add(thing(Kind.GROUP, group, ""));
            group.path("domains").forEach(each ->
                all.add(thing(Kind.DOMAIN, each, group.path("id").asText(), "url_domain", "certificate_id")));
        }
        for (JsonNode api : gateway.path("apis")) {
            all.add(thing(Kind.API, api, api.path("group_id").asText()));
            api.path("publications").forEach(each -> all.add(new Thing(Kind.PUBLICATION, each.path("publish_id").asText(),
                api.path("id").asText(), each.path("env_id").asText(), each.path("online").asBoolean() ? ONLINE : OFFLINE)));
        }
        addPolicies(all, gateway.path("throttles"), Kind.THROTTLE, "bindings");
        addPolicies(all, gateway.path("plugins"), Kind.PLUGIN, "bindings");
        addPolicies(all, gateway.path("apps"), Kind.APP, "authorizations");
    }

    private static void addPolicies(List<Thing> all, JsonNode policies, Kind kind, String bindings) {
        for (JsonNode policy : policies) {
            all.add(thing(kind, policy, ""));
            String id = policy.path("id").asText();
            policy.path(bindings).forEach(each -> all.add(new Thing(Kind.BINDING, each.path("id").asText(),
                each.path("publish_id").asText(), id, slot(kind, id))));
        }
    }

    private static Thing thing(Kind kind, JsonNode node, String parent) {
        return thing(kind, node, parent, "name", "remark");
    }

    private static Thing thing(Kind kind, JsonNode node, String parent, String name, String value) {
        return new Thing(kind, node.path("id").asText(), parent, node.path(name).asText(), node.path(value).asText(""));
    }

    /** What holds one binding of a publication: all plug-ins of the tests are of one type. */
    static String slot(Kind policy, String id) {
        return policy == Kind.APP ? policy + ":" + id : policy.name();
    }

    boolean has(Kind kind, String id) {
        Thing thing = things.get(id);
        return thing != null && thing.kind() == kind;
    }

    boolean has(String id) {
        return things.containsKey(id);
    }

    Thing get(String id) {
        return things.get(id);
    }

    Stream<Thing> all(Kind kind) {
        return things.values().stream().filter(thing -> thing.kind() == kind);
    }

    /** The one by its name, or null. */
    Thing find(Kind kind, String parent, String name) {
        return all(kind).filter(each -> each.parent().equals(parent) && each.name().equals(name)).findFirst().orElse(null);
    }

    World with(Thing thing) {
        Map<String, Thing> copy = new HashMap<>(things);
        copy.put(thing.id(), thing);
        return new World(copy);
    }

    World without(Predicate<Thing> gone) {
        Map<String, Thing> copy = new HashMap<>(things);
        copy.values().removeIf(gone);
        return new World(copy);
    }

    /** What can be wrong with a state whatever was asked for: doubles, what refers to nothing, too many of something. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        Set<List<String>> names = new HashSet<>();
        for (Thing thing : things.values()) {
            // A domain name is there once, in whichever group; a slot holds one binding.
            String place = thing.kind() == Kind.DOMAIN ? "" : thing.parent();
            String name = thing.kind() == Kind.BINDING ? thing.value() : thing.name();
            if (!names.add(List.of(thing.kind().name(), place, name))) {
                problems.add("there are two of " + thing);
            }
            switch (thing.kind()) {
                case API, DOMAIN -> require(Kind.GROUP, thing.parent(), thing, problems);
                case PUBLICATION -> {
                    require(Kind.API, thing.parent(), thing, problems);
                    require(Kind.ENVIRONMENT, thing.name(), thing, problems);
                }
                case BINDING -> require(Kind.PUBLICATION, thing.parent(), thing, problems);
                default -> { }
            }
            if (thing.kind() == Kind.DOMAIN && !thing.value().isEmpty()) {
                require(Kind.CERTIFICATE, thing.value(), thing, problems);
            }
        }
        for (Kind kind : Kind.values()) {
            if (all(kind).count() > kind.most) {
                problems.add("there are more of " + kind + " than " + kind.most);
            }
        }
        return problems;
    }

    private void require(Kind kind, String id, Thing who, List<String> problems) {
        if (!has(kind, id)) {
            problems.add(who + " refers to a " + kind + " that is not there");
        }
    }

    /** The ids of what another has otherwise, or only one of the two. */
    Stream<String> changed(World other) {
        return Stream.concat(things.keySet().stream(), other.things.keySet().stream().filter(id -> !things.containsKey(id)))
            .filter(id -> !Objects.equals(things.get(id), other.things.get(id)));
    }

    /** What one has and the other has not. */
    Set<String> difference(World other) {
        Set<String> difference = new TreeSet<>();
        Set<Thing> both = new LinkedHashSet<>(things.values());
        both.retainAll(other.things.values());
        things.values().stream().filter(each -> !both.contains(each)).forEach(each -> difference.add("- " + each));
        other.things.values().stream().filter(each -> !both.contains(each)).forEach(each -> difference.add("+ " + each));
        return difference;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof World world && hash == world.hash && things.equals(world.things);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return new TreeSet<>(things.values().stream().map(Thing::toString).toList()).toString();
    }
}
