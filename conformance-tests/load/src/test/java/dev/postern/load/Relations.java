package dev.postern.load;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What brings things together and apart: publishing, binding, certificates of domain names. */
final class Relations {

    private static final String NOT_PUBLISHED = "APIG.3015";

    private Relations() {
    }

    record Publish(String apiId, String envId, boolean online) implements Deed {

        @Override
        public String operation() {
            return "createOrDeletePublishRecordForApiV2";
        }

        @Override
        public String path() {
            return IN_GATEWAY + "apis/action";
        }

        @Override
        public String body() {
            return Http.json(Map.of("action", online ? "online" : "offline", "api_id", apiId, "env_id", envId));
        }

        @Override
        public Set<String> refusals(World world) {
            Set<String> refusals = missing(world, envId, apiId);
            if (!online && !isOnline(world, apiId, envId)) {
                refusals.add(NOT_PUBLISHED);
            }
            return refusals;
        }

        @Override
        public World done(World world, Naming naming) {
            return published(world, apiId, envId, online, naming);
        }

        @Override
        public Naming made(JsonNode answer) {
            return (kind, parent, name) -> answer.path("publish_id").asText();
        }

        @Override
        public boolean tells(World before, JsonNode answer) {
            Thing present = before.find(Kind.PUBLICATION, apiId, envId);
            return present == null || present.id().equals(answer.path("publish_id").asText());
        }
    }

    /** Several at once; what is refused is said of each. */
    record PublishAll(List<String> apiIds, String envId, boolean online) implements Deed {

        @Override
        public String operation() {
            return "batchPublishOrOfflineApiV2";
        }

        @Override
        public String path() {
            return IN_GATEWAY + "apis/publish?action=" + (online ? "online" : "offline");
        }

        @Override
        public String body() {
            return Http.json(Map.of("apis", apiIds, "env_id", envId));
        }

        @Override
        public Set<String> refusals(World world) {
            return missing(world, envId);
        }

        @Override
        public World done(World world, Naming naming) {
            World after = world;
            for (String apiId : new TreeSet<>(apiIds)) {
                if (possible(world, apiId)) {
                    after = published(after, apiId, envId, online, naming);
                }
            }
            return after;
        }

        private boolean possible(World world, String apiId) {
            return world.has(Kind.API, apiId) && (online || isOnline(world, apiId, envId));
        }

        @Override
        public Naming made(JsonNode answer) {
            return (kind, parent, name) -> StreamSupport.stream(answer.path("success").spliterator(), false)
                .filter(each -> each.path("api_id").asText().equals(parent)).map(each -> each.path("publish_id").asText())
                .findFirst().orElse("none of " + parent);
        }

        @Override
        public boolean tells(World before, JsonNode answer) {
            return ids(answer.path("success")).equals(
                apiIds.stream().filter(each -> possible(before, each)).collect(Collectors.toSet()))
                && ids(answer.path("failure")).equals(
                apiIds.stream().filter(each -> !possible(before, each)).collect(Collectors.toSet()));
        }

        private static Set<String> ids(JsonNode list) {
            Set<String> ids = new HashSet<>();
            list.forEach(each -> ids.add(each.path("api_id").asText()));
            return ids;
        }
    }

    /** Throttling policies are bound to publications by their ids, the others to APIs in environments. */
    record Bind(Kind policy, String policyId, String apiId, String envId, String publishId) implements Deed {

        @Override
        public String operation() {
            return switch (policy) {
                case THROTTLE -> "associateRequestThrottlingPolicyV2";
                case PLUGIN -> "attachApiToPlugin";
                default -> "createAuthorizingAppsV2";
            };
        }

        @Override
        public String path() {
            return IN_GATEWAY + switch (policy) {
                case THROTTLE -> "throttle-bindings";
                case PLUGIN -> "plugins/" + policyId + "/attach";
                default -> "app-auths";
            };
        }

        @Override
        public String body() {
            return Http.json(switch (policy) {
                case THROTTLE -> Map.of("strategy_id", policyId, "publish_ids", List.of(publishId));
                case PLUGIN -> Map.of("env_id", envId, "api_ids", List.of(apiId));
                default -> Map.of("env_id", envId, "api_ids", List.of(apiId), "app_ids", List.of(policyId));
            });
        }

        @Override
        public Set<String> refusals(World world) {
            boolean byPublication = policy == Kind.THROTTLE;
            Set<String> refusals = byPublication ? new HashSet<>() : missing(world, envId, apiId);
            if (!world.has(policy, policyId)) {
                refusals.add(policy == Kind.APP ? "APIG.3004" : policy.missing);
            }
            boolean online = byPublication
                ? world.has(publishId) && world.get(publishId).value().equals(World.ONLINE) : isOnline(world, apiId, envId);
            if (!online) {
                refusals.add(policy == Kind.PLUGIN ? "APIG.3707" : NOT_PUBLISHED);
            }
            return refusals;
        }

        @Override
        public World done(World world, Naming naming) {
            String publication = publication(world);
            if (publication == null || world.find(Kind.BINDING, publication, policyId) != null) {
                return world;
            }
            String slot = World.slot(policy, policyId);
            return world.without(each -> each.kind() == Kind.BINDING && each.parent().equals(publication)
                && each.value().equals(slot))
                .with(new Thing(Kind.BINDING, naming.id(Kind.BINDING, publication, policyId), publication, policyId, slot));
        }

        private String publication(World world) {
            Thing publication = policy == Kind.THROTTLE ? world.get(publishId) : world.find(Kind.PUBLICATION, apiId, envId);
            return publication == null ? null : publication.id();
        }

        @Override
        public Naming made(JsonNode answer) {
            return (kind, parent, name) -> idIn(answer);
        }

        @Override
        public boolean tells(World before, JsonNode answer) {
            Thing present = before.find(Kind.BINDING, publication(before), policyId);
            return present == null ? !before.has(idIn(answer)) : present.id().equals(idIn(answer));
        }

        private String idIn(JsonNode answer) {
            return answer.at(switch (policy) {
                case THROTTLE -> "/throttle_applys/0/id";
                case PLUGIN -> "/attached_plugins/0/plugin_attach_id";
                default -> "/auths/0/id";
            }).asText();
        }

        @Override
        public String refusal(int status, JsonNode answer) {
            JsonNode result = answer.at("/auths/0/auth_result");
            return result.path("status").asText().equals("FAILED")
                ? result.path("error_code").asText() : Deed.super.refusal(status, answer);
        }
    }

    /** Bindings are removed by their ids, but those of plug-ins by what is bound. */
    record Unbind(Kind policy, String policyId, String bindingId, String apiId, String envId) implements Deed {

        @Override
        public String operation() {
            return switch (policy) {
                case THROTTLE -> "disassociateRequestThrottlingPolicyV2";
                case PLUGIN -> "detachApiFromPlugin";
                default -> "cancelingAuthorizationV2";
            };
        }

        @Override
        public String path() {
            return IN_GATEWAY + switch (policy) {
                case THROTTLE -> "throttle-bindings/" + bindingId;
                case PLUGIN -> "plugins/" + policyId + "/detach";
                default -> "app-auths/" + bindingId;
            };
        }

        @Override
        public String body() {
            return policy == Kind.PLUGIN ? Http.json(Map.of("env_id", envId, "api_ids", List.of(apiId))) : null;
        }

        @Override
        public Set<String> refusals(World world) {
            if (policy != Kind.PLUGIN) {
                return world.has(Kind.BINDING, bindingId) ? Set.of()
                    : Set.of(policy == Kind.THROTTLE ? "APIG.3012" : "APIG.3009");
            }
            Set<String> refusals = missing(world, envId, apiId);
            if (!world.has(policy, policyId)) {
                refusals.add(policy.missing);
            }
            return refusals;
        }

        @Override
        public World done(World world, Naming naming) {
            if (policy != Kind.PLUGIN) {
                return world.without(each -> each.id().equals(bindingId));
            }
            Thing publication = world.find(Kind.PUBLICATION, apiId, envId);
            return publication == null ? world : world.without(each -> each.kind() == Kind.BINDING
                && each.parent().equals(publication.id()) && each.name().equals(policyId));
        }
    }

    /** Gives a certificate to a domain name, or takes it away. */
    record Certify(boolean attach, String groupId, String domainId, String certificateId) implements Deed {

        @Override
        public String operation() {
            return attach ? "batchAssociateCertsV2" : "batchDisassociateCertsV2";
        }

        @Override
        public String path() {
            return IN_GATEWAY + "api-groups/" + groupId + "/domains/" + domainId + "/certificates/"
                + (attach ? "attach" : "detach");
        }

        @Override
        public String body() {
            return Http.json(Map.of("certificate_ids", List.of(certificateId)));
        }

        @Override
        public Set<String> refusals(World world) {
            Set<String> refusals = new HashSet<>();
            if (!world.has(Kind.GROUP, groupId)) {
                refusals.add(Kind.GROUP.missing);
            }
            if (!world.has(Kind.CERTIFICATE, certificateId)) {
                refusals.add(Kind.CERTIFICATE.missing);
            }
            if (!world.has(Kind.DOMAIN, domainId)) {
                refusals.add(Kind.DOMAIN.missing);
                return refusals;
            }
            String present = world.get(domainId).value();
            if (attach && !present.isEmpty() && !present.equals(certificateId)) {
                refusals.add("APIG.2051");
            }
            if (!attach && !present.equals(certificateId)) {
                refusals.add("APIG.3097");
            }
            return refusals;
        }

        @Override
        public World done(World world, Naming naming) {
            Thing domain = world.get(domainId);
            return domain == null ? world : world.with(domain.with(domain.name(), attach ? certificateId : ""));
        }
    }

    private static Set<String> missing(World world, String envId, String... apiIds) {
        Set<String> refusals = new HashSet<>();
        if (!world.has(Kind.ENVIRONMENT, envId)) {
            refusals.add(Kind.ENVIRONMENT.missing);
        }
        for (String apiId : apiIds) {
            if (!world.has(Kind.API, apiId)) {
                refusals.add(Kind.API.missing);
            }
        }
        return refusals;
    }

    private static boolean isOnline(World world, String apiId, String envId) {
        Thing publication = world.find(Kind.PUBLICATION, apiId, envId);
        return publication != null && publication.value().equals(World.ONLINE);
    }

    private static World published(World world, String apiId, String envId, boolean online, Deed.Naming naming) {
        Thing present = world.find(Kind.PUBLICATION, apiId, envId);
        String id = present == null ? naming.id(Kind.PUBLICATION, apiId, envId) : present.id();
        return world.with(new Thing(Kind.PUBLICATION, id, apiId, envId, online ? World.ONLINE : World.OFFLINE));
    }
}
