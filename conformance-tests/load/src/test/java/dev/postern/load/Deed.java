package dev.postern.load;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.Set;

/** A request, and what it means to the world that it meets. */
interface Deed {

    String IN_PROJECT = "/v2/" + World.PROJECT + "/apigw";
    String IN_GATEWAY = IN_PROJECT + "/instances/" + World.GATEWAY + "/";

    /** The ids of what a request makes. */
    interface Naming {

        String id(Kind kind, String parent, String name);
    }

    /** The vendor's name of the operation. */
    String operation();

    String path();

    /** The body in JSON, or null. */
    default String body() {
        return null;
    }

    /** The codes with which it may be refused; where there are none it has to succeed. */
    Set<String> refusals(World world);

    /** What the world is when it succeeded; as it was where nothing is there that it could change. */
    World done(World world, Naming naming);

    /** Whether an answer that it succeeded tells the truth about the world before it. */
    default boolean tells(World before, JsonNode answer) {
        return true;
    }

    /** The ids in the answer. */
    default Naming made(JsonNode answer) {
        return (kind, parent, name) -> answer.path(kind.idField).asText();
    }

    /** The code with which it was refused; null where it succeeded. */
    default String refusal(int status, JsonNode answer) {
        return status < 400 ? null : answer.path("error_code").asText();
    }
}
