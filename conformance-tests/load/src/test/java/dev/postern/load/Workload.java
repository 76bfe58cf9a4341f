package dev.postern.load;

import dev.postern.load.Relations.Bind;
import dev.postern.load.Relations.Certify;
import dev.postern.load.Relations.Publish;
import dev.postern.load.Relations.PublishAll;
import dev.postern.load.Relations.Unbind;
import dev.postern.load.Resources.Change;
import dev.postern.load.Resources.Create;
import dev.postern.load.Resources.Delete;
import dev.postern.load.Resources.Show;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Thinks of requests for the same few names; knows what was there a moment ago, so that much of it is gone by then. */
final class Workload {

    private static final Map<Kind, List<String>> NAMES = Map.of(
        Kind.GATEWAY, names("gateway", 3), Kind.GROUP, names("group", 3), Kind.ENVIRONMENT, names("env", 2),
        Kind.API, names("api", 3), Kind.THROTTLE, names("throttle", 6), Kind.PLUGIN, names("plugin", 3),
        Kind.APP, names("app", 4), Kind.CERTIFICATE, names("certificate", 2),
        Kind.DOMAIN, List.of("a.example.com", "b.example.com", "c.example.com"));
    private static final List<Kind> POLICIES = List.of(Kind.THROTTLE, Kind.PLUGIN, Kind.APP);
    private static final List<Kind> MADE = List.of(Kind.GROUP, Kind.API, Kind.API, Kind.API, Kind.ENVIRONMENT, Kind.THROTTLE,
        Kind.THROTTLE, Kind.PLUGIN, Kind.APP, Kind.DOMAIN, Kind.CERTIFICATE, Kind.GATEWAY);
    private static final List<Kind> CHANGED = List.of(Kind.GROUP, Kind.API, Kind.ENVIRONMENT, Kind.THROTTLE, Kind.THROTTLE,
        Kind.PLUGIN, Kind.APP, Kind.GATEWAY);
    private static final List<Kind> SHOWN = List.of(Kind.GROUP, Kind.API, Kind.THROTTLE, Kind.THROTTLE, Kind.PLUGIN,
        Kind.APP, Kind.GATEWAY);

    private final Map<String, Thing> known = new ConcurrentHashMap<>();
    private final AtomicInteger values = new AtomicInteger();

    private static List<String> names(String word, int number) {
        return IntStream.rangeClosed(1, number).mapToObj(i -> word + "_" + i).toList();
    }

    /** Begins a round with what there is. */
    void begin(World world) {
        known.clear();
        for (Kind kind : Kind.values()) {
            world.all(kind).forEach(thing -> known.put(thing.id(), thing));
        }
    }

    /** Learns from a success what others may work on. */
    void learn(Call call) {
        if (call.deed() instanceof Create create) {
            String id = call.deed().made(call.answer().json()).id(create.kind(), create.parent(), create.name());
            known.put(id, new Thing(create.kind(), id, create.parent(), create.name(), ""));
        } else if (call.deed() instanceof Publish publish) {
            String id = call.answer().json().path("publish_id").asText();
            known.put(id, new Thing(Kind.PUBLICATION, id, publish.apiId(), publish.envId(), ""));
        } else if (call.deed() instanceof Bind bind) {
            String id = bind.made(call.answer().json()).id(Kind.BINDING, "", "");
            known.put(id, new Thing(Kind.BINDING, id, bind.publishId(), bind.policyId(), ""));
        }
    }

    /** Another request. */
    Deed next(Random random) {
        Deed deed = null;
        while (deed == null) {
            int choice = random.nextInt(100);
            deed = choice < 28 ? create(random)
                : choice < 42 ? change(random)
                : choice < 53 ? delete(random)
                : choice < 68 ? publish(random)
                : choice < 80 ? bind(random)
                : choice < 86 ? unbind(random)
                : choice < 91 ? certify(random)
                : show(random);
        }
        return deed;
    }

    private Deed create(Random random) {
        Kind kind = one(random, MADE);
        boolean inGroup = kind == Kind.API || kind == Kind.DOMAIN;
        Thing group = inGroup ? some(random, Kind.GROUP) : null;
        return inGroup && group == null ? null : new Create(kind, group == null ? "" : group.id(), one(random, NAMES.get(kind)), value());
    }

    private Deed change(Random random) {
        Thing thing = changeable(random, one(random, CHANGED));
        // Half of the time it keeps its name, as far as that is known.
        return thing == null ? null : new Change(thing.kind(), thing.id(), thing.parent(),
            random.nextBoolean() ? thing.name() : one(random, NAMES.get(thing.kind())), value());
    }

    private Deed delete(Random random) {
        Thing thing = changeable(random, one(random, MADE));
        return thing == null ? null : new Delete(thing.kind(), thing.id(), thing.parent());
    }

    private Deed publish(Random random) {
        Thing api = some(random, Kind.API);
        Thing environment = some(random, Kind.ENVIRONMENT);
        if (api == null || environment == null) {
            return null;
        }
        boolean online = random.nextInt(3) > 0;
        if (random.nextInt(4) == 0) {
            List<String> apis = known.values().stream().filter(each -> each.kind() == Kind.API).map(Thing::id).sorted().toList();
            return apis.isEmpty() ? null : new PublishAll(apis, environment.id(), online);
        }
        return new Publish(api.id(), environment.id(), online);
    }

    private Deed bind(Random random) {
        Thing policy = some(random, one(random, POLICIES));
        Thing publication = some(random, Kind.PUBLICATION);
        return policy == null || publication == null ? null
            : new Bind(policy.kind(), policy.id(), publication.parent(), publication.name(), publication.id());
    }

    private Deed unbind(Random random) {
        Thing binding = some(random, Kind.BINDING);
        Thing policy = binding == null ? null : known.get(binding.name());
        Thing publication = binding == null ? null : known.get(binding.parent());
        return policy == null || publication == null ? null : new Unbind(policy.kind(), policy.id(), binding.id(),
            publication.parent(), publication.name());
    }

    private Deed certify(Random random) {
        Thing domain = some(random, Kind.DOMAIN);
        Thing certificate = some(random, Kind.CERTIFICATE);
        return domain == null || certificate == null ? null
            : new Certify(random.nextInt(3) > 0, domain.parent(), domain.id(), certificate.id());
    }

    private Deed show(Random random) {
        Thing thing = some(random, one(random, SHOWN));
        return thing == null ? null : new Show(thing.kind(), thing.id());
    }

    /** Not what clients work in, nor what is always there. */
    private Thing changeable(Random random, Kind kind) {
        Thing thing = some(random, kind);
        return thing == null || thing.id().equals(World.GATEWAY) || thing.id().equals(World.RELEASE) ? null : thing;
    }

    private Thing some(Random random, Kind kind) {
        return one(random, known.values().stream().filter(each -> each.kind() == kind).sorted(
            Comparator.comparing(Thing::id)).toList());
    }

    private String value() {
        return "v" + values.incrementAndGet();
    }

    private static <T> T one(Random random, List<T> list) {
        return list.isEmpty() ? null : list.get(random.nextInt(list.size()));
    }
}
