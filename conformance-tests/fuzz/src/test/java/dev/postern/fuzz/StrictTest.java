package dev.postern.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.postern.conformance.cases.RequestData;
import dev.postern.conformance.description.Operation;
import dev.postern.conformance.run.Exchange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a strict server refuses: every described operation, to everybody who does not prove who they are. */
class StrictTest {

    private static final String SIGNED = "SDK-HMAC-SHA256 Access=%s, SignedHeaders=host;x-sdk-date, Signature=" + "0".repeat(64);

    @Test
    void nothingIsDoneForStrangers() {
        List<String> problems = new ArrayList<>();
        int asked = 0;
        try (Server server = new Server("postern.auth", "strict")) {
            server.put(Identities.everything());
            String before = server.state();
            for (Operation operation : Server.DESCRIPTIONS.operations()) {
                // Health alone is for anybody; who logs in with a wrong password is not known either.
                if (!operation.answers().containsKey(401)) {
                    continue;
                }
                RequestData base = request(operation);
                for (RequestData request : List.of(with(base), with(base, "X-Auth-Token", "unknown"), with(base, "X-Auth-Token", ""),
                        with(base, "X-Auth-Token", Identities.TOKEN + "x"), with(base, "X-Auth-Token", Identities.TOKEN.toUpperCase()),
                        with(base, "Authorization", SIGNED.formatted(Identities.KEY), "X-Sdk-Date", "20260101T000000Z"),
                        with(base, "Authorization", SIGNED.formatted("UNKNOWN"), "X-Sdk-Date", "20260101T000000Z"),
                        with(base, "Authorization", "Bearer " + Identities.TOKEN), with(base, "Authorization", "Basic dXNlcjpwYXNzd29yZA=="),
                        with(base, Server.ADMIN_HEADER, "unknown"), with(base, Server.ADMIN_HEADER, ""),
                        with(base, Server.ADMIN_HEADER, operation.api().equals("postern") ? Identities.TOKEN : Server.ADMIN_TOKEN))) {
                    Exchange exchange = server.send(operation, request);
                    asked++;
                    List<String> found = new ArrayList<>(Judge.problems(exchange));
                    if (exchange.status() != 401) {
                        found.add("is not refused");
                    }
                    found.forEach(problem -> problems.add(problem + "\n   " + request.headers() + Judge.told(exchange)));
                }
                if (!server.state().equals(before)) {
                    problems.add(operation + " changed the state");
                }
            }
        }
        System.out.println("StrictTest: " + asked + " requests of strangers");
        assertEquals(List.of(), problems);
    }

    /** A request that succeeds for who may make it; IAM's knows nobody of this server. */
    private static RequestData request(Operation operation) {
        return Bases.all().get(operation).first().request();
    }

    private static RequestData with(RequestData base, String... pairs) {
        Map<String, JsonNode> headers = new LinkedHashMap<>(base.headers());
        headers.remove(Server.ADMIN_HEADER);
        for (int i = 0; i < pairs.length; i += 2) {
            headers.put(pairs[i], TextNode.valueOf(pairs[i + 1]));
        }
        return new RequestData(base.path(), base.query(), headers, RequestData.NO_TOKEN, base.example(), base.body(), base.text(),
                base.contentType(), base.patch(), base.padTo());
    }
}
