package dev.postern.conformance;

import java.net.URI;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The contract, asked of the server at -Dpostern.endpoint, which offers what -Dpostern.offers says. */
@EnabledIfSystemProperty(named = "postern.endpoint", matches = ".+")
class EndpointContractTest extends ContractTest {

    @TestFactory
    Stream<DynamicNode> atTheEndpoint() {
        String endpoint = System.getProperty("postern.endpoint").replaceAll("/+$", "");
        String offers = System.getProperty("postern.offers", "");
        Set<String> offered = offers.isBlank() ? Set.of("control") : Main.offers(offers);
        return tests(new Conformance().run(
                new Options(URI.create(endpoint), offered, endpoint, report("endpoint"))));
    }
}
