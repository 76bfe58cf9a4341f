package dev.postern.conformance;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** The same contract, kept on PostgreSQL. */
@DisabledIfSystemProperty(named = "postern.endpoint", matches = ".+", disabledReason = "another server is asked")
class PostgresContractTest extends ContractTest {

    @TestFactory
    Stream<DynamicNode> onPostgres() throws IOException {
        try (EmbeddedPostgres database = EmbeddedPostgres.builder().start();
                InProcess server = new InProcess(database.getJdbcUrl("postgres", "postgres"))) {
            return tests(new Conformance().run(
                    new Options(server.endpoint(), Options.EVERYTHING, "Postern on PostgreSQL", report("postgresql"))));
        }
    }
}
