package dev.postern.load;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postern.conformance.cases.Seeds;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static java.util.Map.entry;

/** Making, changing, deleting and looking at one thing. */
final class Resources {

    private static final JsonNode PEM = new Seeds(Resources.class.getClassLoader()).get("pem");

    private static final String PLUGIN_CONTENT =
        "{\"response_headers\":[{\"name\":\"x-load\",\"value\":\"1\",\"action\":\"append\"}]}";

    private Resources() {
    }

    record Create(Kind kind, String parent, String name, String value) implements Deed {

        @Override
        public String operation() {
            return kind.create;
        }

        @Override
        public String path() {
            return Resources.path(kind, parent, "");
        }

        @Override
        public String body() {
            return kind != Kind.GATEWAY ? Resources.body(kind, parent, name, value)
                : Http.json(Map.of("instance_name", name, "description", value, "spec_id", "BASIC", "available_zone_ids",
                    Set.of("az1"), "vpc_id", "vpc-1", "subnet_id", "subnet-1", "security_group_id", "group-1"));
        }

        @Override
        public Set<String> refusals(World world) {
            Set<String> refusals = new HashSet<>();
            if (!parent.isEmpty() && !world.has(Kind.GROUP, parent)) {
                refusals.add(Kind.GROUP.missing);
            }
            if (world.all(kind).count() >= kind.most) {
                refusals.add(kind.exceeded);
            }
            return Resources.addTaken(refusals, world, kind, "", parent, name);
        }

        @Override
        public World done(World world, Naming naming) {
            String kept = kind == Kind.DOMAIN || kind == Kind.CERTIFICATE ? "" : value;
            return world.with(new Thing(kind, naming.id(kind, parent, name), parent, name, kept));
        }

        @Override
        public boolean tells(World before, JsonNode answer) {
            return !before.has(answer.path(kind.idField).asText());
        }
    }

    record Change(Kind kind, String id, String parent, String name, String value) implements Deed {

        @Override
        public String operation() {
            return kind.change;
        }

        @Override
        public String path() {
            return Resources.path(kind, parent, id);
        }

        @Override
        public String body() {
            return Resources.body(kind, parent, name, value);
        }

        @Override
        public Set<String> refusals(World world) {
            Set<String> refusals = new HashSet<>();
            if (!world.has(kind, id)) {
                refusals.add(kind.missing);
            }
            if (!parent.isEmpty() && !world.has(Kind.GROUP, parent)) {
                refusals.add(Kind.GROUP.missing);
            }
            return Resources.addTaken(refusals, world, kind, id, parent, name);
        }

        @Override
        public World done(World world, Naming naming) {
            Thing thing = world.get(id);
            return thing == null ? world : world.with(thing.with(name, value));
        }
    }

    record Delete(Kind kind, String id, String parent) implements Deed {

        @Override
        public String operation() {
            return kind.delete;
        }

        @Override
        public String path() {
            return Resources.path(kind, parent, id);
        }

        @Override
        public Set<String> refusals(World world) {
            Set<String> refusals = new HashSet<>();
            if (kind == Kind.DOMAIN && !world.has(Kind.GROUP, parent)) {
                refusals.add(Kind.GROUP.missing);
            }
            if (!world.has(kind, id)) {
                refusals.add(kind.missing);
            } else if (needed(world)) {
                refusals.add(kind.needed);
            }
            return refusals;
        }

        private boolean needed(World world) {
            return switch (kind) {
                case GROUP -> world.all(Kind.API).anyMatch(api -> api.parent().equals(id));
                case ENVIRONMENT -> world.all(Kind.PUBLICATION)
                    .anyMatch(each -> each.name().equals(id) && each.value().equals(World.ONLINE));
                case API -> world.all(Kind.PUBLICATION)
                    .anyMatch(each -> each.parent().equals(id) && each.value().equals(World.ONLINE));
                case THROTTLE, PLUGIN -> world.all(Kind.BINDING).anyMatch(each -> each.name().equals(id));
                case CERTIFICATE -> world.all(Kind.DOMAIN).anyMatch(each -> each.value().equals(id));
                default -> false;
            };
        }

        @Override
        public World done(World world, Naming naming) {
            Set<String> publications = world.all(Kind.PUBLICATION)
                .filter(each -> each.parent().equals(id) || each.name().equals(id)).map(Thing::id)
                .collect(Collectors.toSet());
            return world.without(each -> each.id().equals(id) || publications.contains(each.id())
                || each.kind() == Kind.DOMAIN && each.parent().equals(id)
                || each.kind() == Kind.BINDING && (publications.contains(each.parent()) || each.name().equals(id)));
        }
    }

    record Show(Kind kind, String id) implements Deed {

        @Override
        public String operation() {
            return kind.show;
        }

        @Override
        public String path() {
            return Resources.path(kind, "", id);
        }

        @Override
        public Set<String> refusals(World world) {
            return world.has(kind, id) ? Set.of() : Set.of(kind.missing);
        }

        @Override
        public World done(World world, Naming naming) {
            return world;
        }

        @Override
        public boolean tells(World before, JsonNode answer) {
            Thing thing = before.get(id);
            String name = Stream.of("name", "plugin_name", "instance_name").map(answer::path)
                .filter(JsonNode::isTextual).map(JsonNode::asText).findFirst().orElse("");
            String value = answer.path(kind == Kind.GATEWAY ? "description" : "remark").asText("");
            return name.equals(thing.name()) && value.equals(thing.value())
                && (kind != Kind.THROTTLE || answer.path("bind_num").asLong(-1)
                    == before.all(Kind.BINDING).filter(each -> each.name().equals(id)).count());
        }
    }

    private static Set<String> addTaken(Set<String> refusals, World world, Kind kind, String id, String parent, String name) {
        boolean taken = world.all(kind).anyMatch(each -> each.name().equals(name) && !each.id().equals(id)
            && (kind != Kind.API || each.parent().equals(parent)));
        if (taken) {
            refusals.add(kind.taken);
        }
        return refusals;
    }

    private static String path(Kind kind, String parent, String id) {
        String end = id.isEmpty() ? "" : "/" + id;
        return switch (kind) {
            case GATEWAY -> Deed.IN_PROJECT + "/instances" + end;
            case CERTIFICATE -> Deed.IN_PROJECT + "/certificates" + end;
            case DOMAIN -> Deed.IN_GATEWAY + "api-groups/" + parent + "/domains" + end;
            default -> Deed.IN_GATEWAY + kind.segment + end;
        };
    }

    private static String body(Kind kind, String parent, String name, String value) {
        return Http.json(switch (kind) {
            case GATEWAY -> Map.of("instance_name", name, "description", value);
            case API -> Map.ofEntries(entry("group_id", parent), entry("name", name), entry("remark", value),
                entry("type", 1), entry("req_protocol", "HTTP"), entry("req_method", "GET"), entry("req_uri", "/" + name),
                entry("match_mode", "NORMAL"), entry("auth_type", "APP"), entry("backend_type", "MOCK"),
                entry("mock_info", Map.of("result_content", value)));
            case THROTTLE -> Map.of("name", name, "remark", value, "time_interval", 1, "time_unit", "SECOND",
                "api_call_limits", 100);
            case PLUGIN -> Map.of("plugin_name", name, "remark", value, "plugin_type", "set_resp_headers",
                "plugin_scope", "global", "plugin_content", PLUGIN_CONTENT);
            case DOMAIN -> Map.of("url_domain", name);
            case CERTIFICATE -> Map.of("name", name, "type", "global", "cert_content", PEM.path("wildcard").asText(),
                "private_key", PEM.path("key").asText());
            default -> Map.of("name", name, "remark", value);
        });
    }
}
