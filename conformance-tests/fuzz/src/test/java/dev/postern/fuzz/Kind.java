package dev.postern.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postern.conformance.cases.Case;
import dev.postern.conformance.description.Operation;
import java.util.ArrayList;
import java.util.List;

/**
 * A kind of resource, as the description has it: what is created with a POST below a path, and is known there by its id.
 *
 * @param item the path of one of them
 * @param id the last parameter of that path
 * @param read how one is read; null where only a list shows it
 * @param list the list to find it in; null where it is read by itself
 * @param update null where it cannot be changed
 */
record Kind(String item, String id, Operation create, Operation read, Operation list, Operation update, Operation delete) {

    /** All kinds that can be created, read again and deleted. */
    static List<Kind> all() {
        List<Kind> kinds = new ArrayList<>();
        for (Operation create : Server.DESCRIPTIONS.operations()) {
            if (!create.method().equals("POST") || create.body() == null || !Bases.all().containsKey(create)) {
                continue;
            }
            for (Operation delete : Server.DESCRIPTIONS.operations()) {
                String rest = delete.path().startsWith(create.path() + "/{") ? delete.path().substring(create.path().length() + 2) : "";
                if (delete.method().equals("DELETE") && rest.matches("[a-z_]+}")) {
                    Operation read = at("GET", delete.path());
                    Operation list = read == null ? at("GET", create.path()) : null;
                    if (read != null || list != null) {
                        kinds.add(new Kind(delete.path(), rest.substring(0, rest.length() - 1), create, read, list, at("PUT", delete.path()), delete));
                    }
                }
            }
        }
        return kinds;
    }

    private static Operation at(String method, String path) {
        return Server.DESCRIPTIONS.operations().stream()
                .filter(operation -> operation.method().equals(method) && operation.path().equals(path)).findFirst().orElse(null);
    }

    /** The case that creates one with the most said about it. */
    Case richest() {
        Case richest = Bases.all().get(create);
        for (Case each : Bases.of(create)) {
            if (size(each) > size(richest)) {
                richest = each;
            }
        }
        return richest;
    }

    private int size(Case each) {
        JsonNode body = each.first().request().tree(Server.DESCRIPTIONS, create);
        return body == null ? 0 : body.findValues("").size() + body.toString().length();
    }

    @Override
    public String toString() {
        return item.replaceAll(".*/([a-z-]+)/\\{[a-z_]+}$", "$1");
    }
}
