package dev.postern.apig.gateway;

import dev.postern.control.model.QuotaName;
import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;
import dev.postern.support.Database;
import dev.postern.support.Gateways;
import dev.postern.support.TestServer;
import dev.postern.support.TestServer.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** How many there may be. */
class QuotasTest {

    private static final String STATE = """
        gateways:
          - {id: g1, project_id: p1, instance_name: one, spec: PROFESSIONAL, quotas: [{name: APP_NUM_LIMIT, most: 1}],
             transition: {kind: RESIZE, started_at: "2020-01-01T00:00:00Z", ends_at: "2020-01-01T00:00:01Z", spec: ENTERPRISE}}
        """;

    @Test
    void theStateKnowsThemByTheSameNames() {
        assertEquals(Arrays.stream(Quota.values()).map(Enum::name).toList(),
            Arrays.stream(QuotaName.values()).map(QuotaName::getValue).toList());
        assertTrue(Quota.VPC_INSTANCE_NUM_LIMIT.isListed());
        assertEquals(3, Arrays.stream(Quota.values()).filter(quota -> !quota.isListed()).count());
    }

    @Test
    void areTheDefaultUnlessTheStateSaysOtherwise() {
        try (TestServer server = TestServer.start(Database.H2.newUrl())) {
            server.put(STATE);
            Quotas quotas = server.bean(Quotas.class);
            Gateway gateway = server.bean(GatewayRepository.class).findById("g1").orElseThrow();
            quotas.require(gateway, Quota.APP_NUM_LIMIT, 0);
            assertEquals(ErrorCode.APIG_3103,
                assertThrows(ApiException.class, () -> quotas.require(gateway, Quota.APP_NUM_LIMIT, 1)).code());
            assertDoesNotThrow(() -> quotas.require(gateway, Quota.ACL_NUM_LIMIT, 99));
            assertEquals(ErrorCode.APIG_3112,
                assertThrows(ApiException.class, () -> quotas.require(gateway, Quota.ACL_NUM_LIMIT, 100)).code());
            assertEquals(2000, quotas.most(gateway, Quota.API_NUM_LIMIT), "of the edition it was resized to");
        }
    }

    @ParameterizedTest
    @CsvSource({"BASIC, 250", "BASIC_IPV6, 250", "PROFESSIONAL, 800", "ENTERPRISE, 2000", "PLATINUM, 8000",
        "PLATINUM_IPV6, 8000", "PLATINUM_X2, 16000", "PLATINUM_X8, 64000"})
    void growWithTheEdition(String edition, int apis) {
        assertEquals(apis, Edition.apis(edition));
    }

    @Test
    void areInTheStateOnce() {
        try (TestServer server = TestServer.start(Database.H2.newUrl())) {
            Answer answer = Gateways.control(server, "PUT", "state", """
                {"gateways": [{"id": "g1", "project_id": "p1", "instance_name": "one",
                  "quotas": [{"name": "APP_NUM_LIMIT", "most": 1}, {"name": "APP_NUM_LIMIT", "most": 2}]}]}""");
            assertEquals("gateways[0].quotas[1].name: there is another quota APP_NUM_LIMIT",
                answer.json().get("error_msg").asText());
        }
    }
}
