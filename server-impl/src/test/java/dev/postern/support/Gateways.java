package dev.postern.support;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postern.support.TestServer.Answer;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Gateways of one project on a test server, and how to ask for many things at once. */
public final class Gateways {

    public static final String PATH = "/v2/73d69ae0cfcf460190522d06b60f05ad/apigw/instances";

    private static final String[] TOKEN = {"X-Auth-Token", "any"};

    private Gateways() {
    }

    public static Answer create(TestServer server, String name) {
        return server.send("POST", PATH, """
            {"instance_name": "%s", "spec_id": "BASIC", "available_zone_ids": ["az1"],
             "vpc_id": "vpc-1", "subnet_id": "subnet-1", "security_group_id": "group-1"}""".formatted(name), TOKEN);
    }

    /** Creates a gateway and answers with its id. */
    public static String created(TestServer server, String name) {
        return create(server, name).json().get("instance_id").asText();
    }

    public static Answer show(TestServer server, String id) {
        return server.send("GET", PATH + "/" + id, null, TOKEN);
    }

    /** The status of a gateway, or that of the answer where there is none. */
    public static String status(TestServer server, String id) {
        Answer answer = show(server, id);
        return answer.status() == 200 ? answer.json().get("status").asText() : String.valueOf(answer.status());
    }

    public static Answer list(TestServer server, String query) {
        return server.send("GET", PATH + query, null, TOKEN);
    }

    public static Answer delete(TestServer server, String id) {
        return server.send("DELETE", PATH + "/" + id, null, TOKEN);
    }

    public static Answer resize(TestServer server, String id) {
        return server.send("POST", PATH + "/" + id + "/postpaid-resize", "{\"spec_id\": \"PROFESSIONAL\"}", TOKEN);
    }

    /** Calls the control API. */
    public static Answer control(TestServer server, String method, String path, String body) {
        return server.send(method, "/_postern/" + path, body, "X-Postern-Admin-Token", TestServer.ADMIN_TOKEN);
    }

    /** Calls the control API, which must do as it is told. */
    public static JsonNode order(TestServer server, String method, String path, String body) {
        Answer answer = control(server, method, path, body);
        if (answer.status() >= 300) {
            throw new AssertionError(method + " " + path + ": " + answer.text());
        }
        return answer.text().isEmpty() ? null : answer.json();
    }

    /** Does something so many times on eight threads, and answers with what came of it. */
    public static <T> List<T> atOnce(int times, Callable<T> action) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(java.util.Collections.nCopies(times, action))) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
