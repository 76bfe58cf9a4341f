package dev.postern.conformance;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** The contract, kept on the database that needs no setting up. */
@DisabledIfSystemProperty(named = "postern.endpoint", matches = ".+", disabledReason = "another server is asked")
class H2ContractTest extends ContractTest {

    @TestFactory
    Stream<DynamicNode> onH2() {
        try (InProcess server = new InProcess("jdbc:h2:mem:contract")) {
            return tests(new Conformance().run(
                    new Options(server.endpoint(), Options.EVERYTHING, "Postern on H2", report("h2"))));
        }
    }
}
