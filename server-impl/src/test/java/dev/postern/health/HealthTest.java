package dev.postern.health;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postern.support.Database;
import dev.postern.support.Gateways;
import dev.postern.support.TestServer;
import dev.postern.support.TestServer.Answer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class HealthTest {

    @ParameterizedTest
    @EnumSource(Database.class)
    void isReadyWithItsDatabase(Database database) {
        try (TestServer server = TestServer.start(database.newUrl())) {
            assertEquals("READY", Gateways.order(server, "GET", "readiness", null).get("status").asText());
            assertEquals("UP", Gateways.order(server, "GET", "health", null).get("status").asText());
        }
    }

    @Test
    void isNotReadyOnceTheDatabaseIsGone() throws Exception {
        EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
        try (TestServer server = TestServer.start(postgres.getJdbcUrl("postgres", "postgres"))) {
            Gateways.order(server, "GET", "readiness", null);
            postgres.close();
            for (int i = 0; i < 2; i++) {
                long start = System.nanoTime();
                Answer answer = Gateways.control(server, "GET", "readiness", null);
                assertEquals(503, answer.status());
                assertEquals("POSTERN.0503", answer.json().get("error_code").asText());
                assertTrue(System.nanoTime() - start < 5_000_000_000L, "it takes too long to say so");
            }
            assertEquals("UP", Gateways.order(server, "GET", "health", null).get("status").asText());
        }
    }

    @Test
    void showsEachOperationOnce() {
        try (TestServer server = TestServer.start(Database.H2.newUrl())) {
            JsonNode coverage = Gateways.order(server, "GET", "operations", null);
            assertTrue(coverage.get("described").asInt() >= 17);
            int described = 0;
            int served = 0;
            for (JsonNode family : coverage.get("families")) {
                assertEquals(family.get("described").asInt(), family.get("operations").size());
                described += family.get("described").asInt();
                served += family.get("served").asInt();
            }
            assertEquals(coverage.get("described").asInt(), described);
            assertEquals(coverage.get("served").asInt(), served);
            assertTrue(coverage.toString().contains("{\"operation\":\"listInstancesV2\",\"method\":\"GET\","
                + "\"path\":\"/v2/{project_id}/apigw/instances\",\"served\":true}"), coverage::toString);
        }
    }
}
