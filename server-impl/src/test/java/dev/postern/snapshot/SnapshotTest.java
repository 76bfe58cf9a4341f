package dev.postern.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postern.support.Database;
import dev.postern.support.Gateways;
import dev.postern.support.Restart;
import dev.postern.support.TestServer;
import dev.postern.support.TestServer.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SnapshotTest {

    @ParameterizedTest
    @EnumSource(Database.class)
    void bringsBackWhatItWasTakenOf(Database database) {
        String url = database.newUrl();
        try (TestServer one = TestServer.start(url); TestServer other = TestServer.start(url)) {
            Gateways.order(one, "PUT", "clock", "{\"now\": \"2026-01-31T09:15:00Z\", \"frozen\": true}");
            Gateways.order(one, "PUT", "transitions", "{\"create\": {\"after_reads\": 2}}");
            Gateways.order(one, "PUT", "ids", "{\"seed\": 7}");
            String id = Gateways.created(one, "one");
            String state = Gateways.control(one, "GET", "state", null).text();
            assertEquals("first", Gateways.order(one, "PUT", "snapshots/first", null).get("name").asText());
            assertEquals(state, Gateways.control(other, "GET", "snapshots/first", null).text());

            Gateways.order(other, "POST", "reset", null);
            assertEquals(0, Gateways.list(one, "").json().get("total").asInt());
            Gateways.order(other, "POST", "snapshots/first/restore", null);
            assertEquals(state, Gateways.control(one, "GET", "state", null).text());
            assertEquals("Creating", Gateways.status(one, id));
            assertEquals("Initing", Gateways.status(other, id));
            assertEquals("Running", Gateways.status(one, id));
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void isListedReplacedAndDeletedByName(Database database) {
        try (TestServer server = TestServer.start(database.newUrl())) {
            Gateways.order(server, "PUT", "snapshots/b.2", null);
            Gateways.order(server, "PUT", "snapshots/a-1", null);
            Gateways.created(server, "one");
            Gateways.order(server, "PUT", "snapshots/b.2", null);
            JsonNode list = Gateways.order(server, "GET", "snapshots", null).get("snapshots");
            assertEquals(List.of("a-1", "b.2"), list.findValuesAsText("name"));
            Gateways.order(server, "POST", "snapshots/a-1/restore", null);
            assertEquals(0, Gateways.list(server, "").json().get("total").asInt());
            Gateways.order(server, "POST", "snapshots/b.2/restore", null);
            assertEquals(1, Gateways.list(server, "").json().get("total").asInt());
            Gateways.order(server, "DELETE", "snapshots/b.2", null);
            for (String[] gone : new String[][] {{"GET", ""}, {"DELETE", ""}, {"POST", "/restore"}}) {
                Answer answer = Gateways.control(server, gone[0], "snapshots/b.2" + gone[1], null);
                assertEquals(404, answer.status());
                assertEquals("{\"error_code\":\"POSTERN.0404\",\"error_msg\":\"There is no snapshot b.2\"}", answer.text());
            }
            assertEquals(1, Gateways.list(server, "").json().get("total").asInt());
            assertEquals(400, Gateways.control(server, "PUT", "snapshots/a%20b", null).status());
            assertEquals(400, Gateways.control(server, "PUT", "snapshots/" + "a".repeat(65), null).status());
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void holdsALargeState(Database database) {
        try (TestServer server = TestServer.start(database.newUrl())) {
            StringBuilder tokens = new StringBuilder();
            for (int i = 0; i < 150; i++) {
                tokens.append(i == 0 ? "" : ",").append("{\"token\": \"t").append(i).append("x".repeat(10_000))
                    .append("\", \"project_id\": \"p\"}");
            }
            Gateways.order(server, "PUT", "state", "{\"tokens\": [" + tokens + "]}");
            Gateways.order(server, "PUT", "snapshots/large", null);
            Gateways.order(server, "POST", "reset", null);
            Gateways.order(server, "POST", "snapshots/large/restore", null);
            assertEquals(150, Gateways.order(server, "GET", "state", null).get("tokens").size());
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void canBeTakenAndRestoredUnderLoad(Database database) throws Exception {
        String url = database.newUrl();
        try (TestServer one = TestServer.start(url); TestServer other = TestServer.start(url)) {
            Gateways.created(one, "one");
            Gateways.order(one, "PUT", "snapshots/s", null);
            List<Boolean> right = Gateways.atOnce(24, () -> {
                Gateways.order(one, "PUT", "snapshots/s", null);
                boolean listed = Gateways.list(other, "").json().get("total").asInt() == 1;
                Gateways.order(other, "PUT", "snapshots/s", null);
                return listed;
            });
            assertTrue(right.stream().allMatch(listed -> listed));
        }
    }

    @Test
    void survivesARestart(@TempDir Path folder) {
        String url = "jdbc:h2:file:" + folder.resolve("postern");
        try (TestServer server = TestServer.start(url)) {
            Gateways.created(server, "one");
            Gateways.order(server, "PUT", "snapshots/s", null);
            Gateways.order(server, "POST", "reset", null);
            Restart.prepare(server);
        }
        try (TestServer server = TestServer.start(url)) {
            Gateways.order(server, "POST", "snapshots/s/restore", null);
            assertEquals(1, Gateways.list(server, "").json().get("total").asInt());
            Restart.prepare(server);
        }
    }
}
