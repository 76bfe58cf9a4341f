package dev.postern.data;

import dev.postern.error.ApiException;
import dev.postern.support.Database;
import dev.postern.support.TestServer;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import javax.sql.DataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** What violations mean to callers. */
class ConstraintsTest {

    private static final String STATE = """
        gateways:
          - {id: g1, project_id: p1, instance_name: uq_throttle_name, api_groups: [{id: grp, name: grp}],
             throttles: [{id: t1, name: thr, time_interval: 1, time_unit: DAY, api_call_limits: 5}]}
        """;

    private static final String THROTTLE = "insert into throttle (id, instance_id, name, type, time_interval, time_unit,"
        + " api_call_limits, enable_adaptive_control, create_time)"
        + " values ('%s', '%s', '%s', 1, 1, 'DAY', 1, 'FALSE', 1)";

    @ParameterizedTest
    @EnumSource
    void areSaidInTheWordsOfTheCloud(Database database) throws SQLException {
        Map<String, String> expected = new LinkedHashMap<>();
        expected.put(THROTTLE.formatted("t2", "g1", "thr"),
            "APIG.3204: The request throttling policy name already exists");
        expected.put(THROTTLE.formatted("t2", "gone", "uq_gateway_name"),
            "APIG.3030: The instance does not exist;id:the instance_id");
        expected.put("insert into environment (instance_id, id, name) values ('gone', 'e', 'e')",
            "APIG.3030: The instance does not exist;id:the instance_id");
        expected.put("insert into api (id, instance_id, group_id, name, type, req_protocol, req_method, req_uri, auth_type,"
            + " match_mode, route) values ('a', 'g1', 'gone', 'a', 1, 'HTTP', 'GET', '/', 'NONE', 'NORMAL', '/')",
            "APIG.3001: API group the group_id does not exist");
        expected.put("insert into gateway (id, project_id, instance_name, status, spec, create_time, charging_mode)"
            + " values ('g1', 'p1', 'two', 'Running', 'BASIC', 1, 1)", "APIC.7505: The gateway ID already exists");
        expected.put("insert into gateway (id, project_id, instance_name, status, spec, create_time, charging_mode)"
            + " values ('g2', 'p1', 'uq_throttle_name', 'Running', 'BASIC', 1, 1)",
            "APIC.7500: The gateway name already exists");
        expected.put(THROTTLE.formatted("t1", "g1", "other"), null);
        try (TestServer server = TestServer.start(database.newUrl())) {
            server.put(STATE);
            Constraints constraints = server.bean(Constraints.class);
            try (Connection connection = DelegatingDataSource.unwrapDataSource(server.bean(DataSource.class)).getConnection()) {
                expected.forEach((statement, message) -> {
                    SQLException failure = assertThrows(SQLException.class,
                        () -> connection.createStatement().execute(statement), statement);
                    assertEquals(message, constraints.violatedBy(failure, name -> "the " + name)
                        .map(ApiException::getMessage).orElse(null), failure.getMessage());
                });
            }
        }
    }
}
