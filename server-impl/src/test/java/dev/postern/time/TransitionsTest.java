package dev.postern.time;

import dev.postern.support.Database;
import dev.postern.support.Gateways;
import dev.postern.support.Restart;
import dev.postern.support.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TransitionsTest {

    @ParameterizedTest
    @EnumSource(Database.class)
    void lastForSoManyReads(Database database) {
        try (TestServer server = TestServer.start(database.newUrl())) {
            Gateways.order(server, "PUT", "transitions",
                "{\"create\": {\"after_reads\": 4}, \"resize\": {\"after_reads\": 2}, \"delete\": {\"after_reads\": 1}}");
            String id = Gateways.created(server, "one");
            for (String status : List.of("Creating", "Installing", "Initing", "Registering", "Running", "Running")) {
                assertEquals(status, Gateways.status(server, id));
            }
            assertEquals(202, Gateways.resize(server, id).status());
            assertEquals("Resizing", Gateways.status(server, id));
            assertEquals(409, Gateways.resize(server, id).status(), "only reads move it");
            assertEquals("Resizing", Gateways.list(server, "").json().at("/instances/0/status").asText());
            assertEquals("PROFESSIONAL", Gateways.show(server, id).json().get("spec").asText());
            assertEquals(204, Gateways.delete(server, id).status());
            assertEquals("Deleting", Gateways.status(server, id));
            assertEquals("404", Gateways.status(server, id));
            assertEquals(202, Gateways.create(server, "one").status(), "the name is free again");
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void areOverForWhoDoesNotReadOnceAllReadsWere(Database database) {
        try (TestServer server = TestServer.start(database.newUrl())) {
            Gateways.order(server, "PUT", "transitions", "{\"create\": {\"after_reads\": 1}}");
            String id = Gateways.created(server, "one");
            assertEquals(409, Gateways.resize(server, id).status());
            assertEquals("Creating", Gateways.status(server, id));
            assertEquals(202, Gateways.resize(server, id).status());
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void countListsThatMatchWhateverTheyShow(Database database) {
        try (TestServer server = TestServer.start(database.newUrl())) {
            Gateways.order(server, "PUT", "transitions", "{\"create\": {\"after_reads\": 3}, \"delete\": {\"after_reads\": 1}}");
            String id = Gateways.created(server, "one");
            Gateways.created(server, "other");
            assertEquals(2, Gateways.list(server, "?status=Creating").json().get("total").asInt());
            assertEquals(0, Gateways.list(server, "?status=Running").json().get("total").asInt());
            assertEquals(0, Gateways.list(server, "?instance_id=missing").json().get("total").asInt());
            assertEquals(2, Gateways.list(server, "?offset=1&limit=1").json().get("total").asInt());
            assertEquals(2, Gateways.list(server, "?status=Running").json().get("total").asInt());

            Gateways.delete(server, id);
            assertEquals(1, Gateways.list(server, "?status=Deleting").json().get("total").asInt());
            assertEquals(1, Gateways.list(server, "").json().get("total").asInt());
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void countReadsThatComeAtOnceOnTwoServers(Database database) throws Exception {
        String url = database.newUrl();
        try (TestServer one = TestServer.start(url); TestServer other = TestServer.start(url)) {
            Gateways.order(one, "PUT", "transitions", "{\"create\": {\"after_reads\": 37}}");
            String id = Gateways.created(other, "one");
            AtomicInteger turn = new AtomicInteger();
            List<String> seen = Gateways.atOnce(100, () -> {
                int number = turn.getAndIncrement();
                TestServer server = number % 2 == 0 ? one : other;
                return number % 5 == 0 ? Gateways.list(server, "").json().at("/instances/0/status").asText()
                    : Gateways.status(server, id);
            });
            assertEquals(63, Collections.frequency(seen, "Running"), seen::toString);
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void takeTheTimeOfTheirKind(Database database) {
        try (TestServer server = TestServer.start(database.newUrl(), "postern.transition-time", "7s")) {
            Gateways.order(server, "PUT", "clock", "{\"frozen\": true}");
            Gateways.order(server, "PUT", "transitions", "{\"create\": {\"after_seconds\": 0}, \"resize\": {\"after_seconds\": 0.5}}");
            assertEquals("{\"create\":{\"after_seconds\":0},\"resize\":{\"after_seconds\":0.5},\"delete\":{\"after_seconds\":7}}",
                Gateways.control(server, "GET", "transitions", null).text());
            String id = Gateways.created(server, "one");
            assertEquals("Running", Gateways.status(server, id));
            Gateways.resize(server, id);
            assertEquals("Resizing", Gateways.status(server, id));
            Gateways.order(server, "POST", "clock/advance", "{\"seconds\": 0.5}");
            assertEquals("Running", Gateways.status(server, id));
            Gateways.delete(server, id);
            Gateways.order(server, "POST", "clock/advance", "{\"seconds\": 6.9}");
            assertEquals("Deleting", Gateways.status(server, id));
            Gateways.order(server, "POST", "clock/advance", "{\"seconds\": 0.1}");
            assertEquals("404", Gateways.status(server, id));
        }
    }

    @Test
    void surviveARestartInTheMiddle(@TempDir Path folder) {
        String url = "jdbc:h2:file:" + folder.resolve("postern");
        String id;
        try (TestServer server = TestServer.start(url)) {
            Gateways.order(server, "PUT", "transitions", "{\"create\": {\"after_reads\": 2}}");
            id = Gateways.created(server, "one");
            assertEquals("Creating", Gateways.status(server, id));
            Restart.prepare(server);
        }
        try (TestServer server = TestServer.start(url)) {
            assertEquals("Initing", Gateways.status(server, id));
            assertEquals("Running", Gateways.status(server, id));
            assertEquals("Creating", Gateways.status(server, Gateways.created(server, "two")));
            Restart.prepare(server);
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void arePartOfTheState(Database database) {
        try (TestServer server = TestServer.start(database.newUrl())) {
            Gateways.order(server, "PUT", "transitions", "{\"create\": {\"after_reads\": 3}}");
            String id = Gateways.created(server, "one");
            Gateways.status(server, id);
            String state = Gateways.control(server, "GET", "state", null).text();
            assertTrue(state.contains("\"reads\":3,\"reads_left\":2"), state);
            Gateways.order(server, "POST", "reset", null);
            assertEquals("Running", Gateways.status(server, Gateways.created(server, "other")));

            Gateways.order(server, "PUT", "state", state);
            assertEquals(state, Gateways.control(server, "GET", "state", null).text());
            assertEquals("Installing", Gateways.list(server, "").json().at("/instances/0/status").asText());
            assertEquals("Initing", Gateways.status(server, id));
            assertEquals("Running", Gateways.status(server, id));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"create\": {}}", "{\"create\": {\"after_seconds\": 1, \"after_reads\": 1}}",
        "{\"delete\": {\"after_seconds\": -1}}", "{\"resize\": {\"after_reads\": 1.5}}", "{\"restart\": {\"after_reads\": 1}}",
        "{\"create\": {\"after_seconds\": 1e12}}"})
    void refuseWhatIsNoTime(String times) {
        try (TestServer server = TestServer.start(Database.H2.newUrl())) {
            Gateways.order(server, "PUT", "transitions", "{\"create\": {\"after_reads\": 3}}");
            TestServer.Answer answer = Gateways.control(server, "PUT", "transitions", times);
            assertEquals(400, answer.status(), answer.text());
            assertEquals(3, Gateways.order(server, "GET", "transitions", null).at("/create/after_reads").asInt());
        }
    }
}
