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

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a request looks at and changes, so that the order of two that have nothing to do with each other need not be
 * searched for. May name too much, never too little.
 */
final class Footprint {

    /** How a place is used: two that read, or two that add, may come in any order; all others may not. */
    private enum Use { READ, ADD, TAKE, WRITE }

    private final Map<String, Use> places = new HashMap<>();
    private final Map<String, Set<String>> names;
    private final boolean reads;

    private Footprint(Map<String, Set<String>> names, boolean reads) {
        this.names = names;
        this.reads = reads;
    }

    /**
     * What a request uses.
     *
     * @param made the id of what it made; empty where it made nothing or nobody was told
     * @param names all names that each thing may have in the course of a history, by id
     * @param reads whether it was refused or only looked
     */
    static Footprint of(Deed deed, String made, Map<String, Set<String>> names, boolean reads) {
        Footprint footprint = new Footprint(names, reads);
        if (deed instanceof Create create) {
            footprint.create(create);
            footprint.use(made, Use.WRITE);
        } else if (deed instanceof Change change) {
            footprint.thing(change.kind(), change.id(), change.parent());
            footprint.name(change.kind(), change.parent(), change.name());
        } else if (deed instanceof Delete delete) {
            footprint.delete(delete);
        } else if (deed instanceof Show show) {
            footprint.use(show.id(), Use.READ);
            footprint.use("bound " + show.kind(), Use.READ);
            footprint.use("cascades", Use.READ);
        } else if (deed instanceof Publish publish) {
            footprint.publish(publish.apiId(), publish.envId());
        } else if (deed instanceof PublishAll all) {
            all.apiIds().forEach(apiId -> footprint.publish(apiId, all.envId()));
            footprint.use(all.envId(), Use.READ);
        } else if (deed instanceof Bind bind) {
            footprint.bind(bind.policy(), bind.policyId(), bind.apiId(), bind.envId());
        } else if (deed instanceof Unbind unbind) {
            footprint.bind(unbind.policy(), unbind.policyId(), unbind.apiId(), unbind.envId());
        } else if (deed instanceof Certify certify) {
            footprint.use(certify.groupId(), Use.READ);
            footprint.use(certify.domainId(), Use.WRITE);
            footprint.use(certify.certificateId(), Use.READ);
            footprint.use("certified", Use.ADD);
            footprint.use("domains", Use.ADD);
        }
        return footprint;
    }

    /** The names that things have at the beginning and are given later, by id. */
    static Map<String, Set<String>> names(World begin, List<Call> calls) {
        Map<String, Set<String>> names = new HashMap<>();
        for (Kind kind : Kind.values()) {
            begin.all(kind).forEach(thing -> names.computeIfAbsent(thing.id(), id -> new HashSet<>()).add(thing.name()));
        }
        for (Call call : calls) {
            if (call.deed() instanceof Change change) {
                names.computeIfAbsent(change.id(), id -> new HashSet<>()).add(change.name());
            } else if (call.deed() instanceof Create create && !made(call).isEmpty()) {
                String id = made(call);
                names.computeIfAbsent(id, each -> new HashSet<>()).add(create.name());
            }
        }
        return names;
    }

    /** The id of the thing that a client was told it made; empty where that is not so. */
    static String made(Call call) {
        return call.deed() instanceof Create create && call.isAnswered() && call.refusal() == null
            ? create.made(call.answer().json()).id(create.kind(), create.parent(), create.name()) : "";
    }

    /** Whether the order of the two may make a difference. */
    boolean meets(Footprint other) {
        return meets(other, use -> true);
    }

    /** Whether both may change the same thing. */
    boolean writesWith(Footprint other) {
        return meets(other, use -> use != Use.READ);
    }

    private boolean meets(Footprint other, Predicate<Use> wanted) {
        return places.entrySet().stream().anyMatch(place -> {
            Use own = place.getValue();
            Use use = other.places.get(place.getKey());
            return use != null && (use != own || use == Use.WRITE) && wanted.test(own) && wanted.test(use);
        });
    }

    private void create(Create create) {
        use(create.parent(), Use.READ);
        name(create.kind(), create.parent(), create.name());
        use("number of " + create.kind(), Use.ADD);
        if (create.kind() == Kind.API) {
            use("apis of " + create.parent(), Use.ADD);
        }
        if (create.kind() == Kind.DOMAIN) {
            use("domains", Use.ADD);
        }
    }

    private void delete(Delete delete) {
        thing(delete.kind(), delete.id(), delete.parent());
        use("number of " + delete.kind(), Use.TAKE);
        use("bindings of " + delete.id(), Use.WRITE);
        switch (delete.kind()) {
            case GROUP -> {
                use("apis of " + delete.id(), Use.READ);
                use("domains", Use.WRITE);
                use("certified", Use.ADD);
            }
            case API -> {
                use("apis of " + delete.parent(), Use.TAKE);
                use("publications of " + delete.id(), Use.WRITE);
                use("cascades", Use.WRITE);
            }
            case ENVIRONMENT -> {
                use("publications in " + delete.id(), Use.WRITE);
                use("cascades", Use.WRITE);
            }
            case THROTTLE, PLUGIN -> {
                use("bound " + delete.kind(), Use.READ);
                use("cascades", Use.READ);
            }
            case DOMAIN -> use("certified", Use.ADD);
            case CERTIFICATE -> use("certified", Use.READ);
            default -> { }
        }
    }

    private void publish(String apiId, String envId) {
        use(apiId, Use.READ);
        use(envId, Use.READ);
        use("publication " + apiId + " " + envId, Use.WRITE);
        use("publications of " + apiId, Use.ADD);
        use("publications in " + envId, Use.ADD);
    }

    private void bind(Kind policy, String policyId, String apiId, String envId) {
        use(policyId, Use.READ);
        use(apiId, Use.READ);
        use(envId, Use.READ);
        use("publication " + apiId + " " + envId, Use.READ);
        use("slot " + apiId + " " + envId + " " + World.slot(policy, policyId), Use.WRITE);
        use("bound " + policy, Use.ADD);
        use("bindings of " + policyId, Use.ADD);
        use("cascades", Use.ADD);
    }

    private void thing(Kind kind, String id, String parent) {
        use(parent, Use.READ);
        use(id, Use.WRITE);
        names.getOrDefault(id, Set.of()).forEach(name -> name(kind, parent, name));
    }

    private void name(Kind kind, String parent, String name) {
        use(kind + " " + (kind == Kind.API ? parent : "") + " " + name, Use.WRITE);
    }

    private void use(String place, Use use) {
        if (!place.isEmpty()) {
            places.merge(place, reads ? Use.READ : use, (one, other) -> one == other ? one : Use.WRITE);
        }
    }
}
