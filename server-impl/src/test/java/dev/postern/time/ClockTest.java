package dev.postern.time;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ClockTest {

    private static final String MOMENT = "2026-01-31T09:15:00Z";

    @ParameterizedTest
    @EnumSource(Database.class)
    void standsWhereItWasStopped(Database database) {
        try (TestServer server = TestServer.start(database.newUrl())) {
            JsonNode clock = Gateways.order(server, "PUT", "clock", "{\"now\": \"" + MOMENT + "\", \"frozen\": true}");
            assertEquals(MOMENT, clock.get("now").asText());
            assertTrue(clock.get("frozen").asBoolean());
            assertEquals(MOMENT, now(server).toString());

            Gateways.order(server, "POST", "clock/advance", "{\"seconds\": 90.5}");
            assertEquals("2026-01-31T09:16:30.500Z", now(server).toString());
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void goesOnFromWhereItWasSet(Database database) throws Exception {
        try (TestServer server = TestServer.start(database.newUrl())) {
            Gateways.order(server, "PUT", "clock", "{\"now\": \"" + MOMENT + "\"}");
            Instant first = now(server);
            Thread.sleep(30);
            assertNear(Instant.parse(MOMENT), first);
            assertTrue(now(server).isAfter(first));

            Gateways.order(server, "POST", "clock/advance", "{\"seconds\": 3600}");
            assertNear(Instant.parse(MOMENT).plusSeconds(3600), now(server));

            Gateways.order(server, "PUT", "clock", "{\"frozen\": true}");
            Instant stopped = now(server);
            Thread.sleep(30);
            assertEquals(stopped, now(server));
            Gateways.order(server, "PUT", "clock", "{\"frozen\": false}");
            Thread.sleep(30);
            assertTrue(now(server).isAfter(stopped));
            assertNear(stopped, now(server));

            Gateways.order(server, "DELETE", "clock", null);
            assertNear(Instant.now(), now(server));
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void movesGatewaysAlong(Database database) {
        try (TestServer server = TestServer.start(database.newUrl(), "postern.transition-time", "40s")) {
            Gateways.order(server, "PUT", "clock", "{\"frozen\": true}");
            String id = Gateways.created(server, "one");
            for (String status : new String[] {"Creating", "Installing", "Initing", "Registering", "Running"}) {
                assertEquals(status, Gateways.status(server, id));
                assertEquals(status, Gateways.status(server, id), "a clock that stands moves nothing");
                Gateways.order(server, "POST", "clock/advance", "{\"seconds\": 10}");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void addsUpAdvancesThatComeAtOnce(Database database) throws Exception {
        String url = database.newUrl();
        try (TestServer one = TestServer.start(url); TestServer other = TestServer.start(url)) {
            Gateways.order(one, "PUT", "clock", "{\"now\": \"" + MOMENT + "\", \"frozen\": true}");
            Gateways.atOnce(40, () -> {
                Gateways.order(one, "POST", "clock/advance", "{\"seconds\": 1}");
                return Gateways.order(other, "POST", "clock/advance", "{\"seconds\": 0.25}");
            });
            assertEquals(Instant.parse(MOMENT).plusSeconds(50), now(one));
            assertEquals(now(one), now(other));
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void stopsForEveryRequestThatBeginsLater(Database database) throws Exception {
        String url = database.newUrl();
        try (TestServer one = TestServer.start(url, "postern.transition-time", "4s");
             TestServer other = TestServer.start(url, "postern.transition-time", "4s")) {
            String id = Gateways.created(one, "one");
            AtomicReference<String> stopped = new AtomicReference<>();
            AtomicInteger turn = new AtomicInteger();
            List<String> wrong = Gateways.atOnce(200, () -> {
                int number = turn.getAndIncrement();
                if (number == 60) {
                    Gateways.order(other, "PUT", "clock", "{\"frozen\": true}");
                    stopped.set(Gateways.status(other, id));
                }
                String before = stopped.get();
                String seen = Gateways.status(number % 2 == 0 ? one : other, id);
                return before == null || before.equals(seen) ? "" : before + " became " + seen;
            });
            assertEquals(Set.of(""), Set.copyOf(wrong));
            Thread.sleep(1100);
            assertEquals(stopped.get(), Gateways.status(one, id));
            Gateways.order(one, "PUT", "clock", "{\"frozen\": false}");
            Thread.sleep(1100);
            assertNotEquals(stopped.get(), Gateways.status(other, id));
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void isPartOfTheState(Database database) {
        try (TestServer server = TestServer.start(database.newUrl())) {
            Gateways.order(server, "PUT", "state", "{\"clock\": {\"offset\": \"-86400.5\"}}");
            assertNear(Instant.now().minusSeconds(86400), now(server));
            assertEquals("-86400.5", Gateways.order(server, "GET", "state", null).at("/clock/offset").asText());

            Gateways.order(server, "PUT", "state", "{\"clock\": {\"frozen_at\": \"" + MOMENT + "\"}}");
            assertEquals(MOMENT, Gateways.order(server, "GET", "state", null).at("/clock/frozen_at").asText());
            Gateways.order(server, "POST", "reset", null);
            assertEquals("{}", Gateways.control(server, "GET", "state", null).text());
            assertNear(Instant.now(), now(server));
        }
    }

    @Test
    void survivesARestart(@TempDir Path folder) {
        String url = "jdbc:h2:file:" + folder.resolve("postern");
        try (TestServer server = TestServer.start(url)) {
            Gateways.order(server, "PUT", "clock", "{\"now\": \"" + MOMENT + "\", \"frozen\": true}");
            Restart.prepare(server);
        }
        try (TestServer server = TestServer.start(url)) {
            assertEquals(MOMENT, now(server).toString());
            Restart.prepare(server);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"now\": \"2200-01-01T00:00:00Z\"}", "{\"now\": \"1969-12-31T23:59:59Z\"}",
        "{\"now\": \"+999999999-01-01T00:00:00Z\"}", "{\"now\": \"soon\"}", "{\"frozen\": null}", "{\"frozen\": \"yes\"}"})
    void refusesWhatItCannotBeSetTo(String order) {
        try (TestServer server = TestServer.start(Database.H2.newUrl())) {
            TestServer.Answer answer = Gateways.control(server, "PUT", "clock", order);
            assertEquals(400, answer.status(), answer.text());
            assertEquals("POSTERN.0400", answer.json().get("error_code").asText());
            assertEquals("{}", Gateways.control(server, "GET", "state", null).text());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"seconds\": -1}", "{\"seconds\": 1e300}", "{\"seconds\": \"1\"}"})
    void refusesWhatItCannotBeAdvancedBy(String order) {
        try (TestServer server = TestServer.start(Database.H2.newUrl())) {
            assertEquals(400, Gateways.control(server, "POST", "clock/advance", order).status());
        }
    }

    @Test
    void refusesToLeaveTheCenturies() {
        try (TestServer server = TestServer.start(Database.H2.newUrl())) {
            Gateways.order(server, "PUT", "clock", "{\"now\": \"2199-12-31T23:00:00Z\"}");
            TestServer.Answer answer = Gateways.control(server, "POST", "clock/advance", "{\"seconds\": 3600}");
            assertEquals("seconds: the time must stay from 1970 to 2199", answer.json().get("error_msg").asText());
            for (String clock : new String[] {"{\"offset\": \"9999999999\"}", "{\"frozen_at\": \"9999-01-01T00:00:00Z\"}", "{}",
                "{\"offset\": \"1e9\"}"}) {
                answer = Gateways.control(server, "PUT", "state", "{\"clock\": " + clock + "}");
                assertEquals(400, answer.status(), clock + answer.text());
            }
        }
    }

    private static Instant now(TestServer server) {
        return Instant.parse(Gateways.order(server, "GET", "clock", null).get("now").asText());
    }

    private static void assertNear(Instant expected, Instant actual) {
        assertTrue(Duration.between(expected, actual).abs().toSeconds() < 10, expected + " and " + actual);
    }
}
