package dev.postern.client;

import dev.postern.client.apig.ApiException;
import dev.postern.client.apig.api.GatewayApi;
import dev.postern.client.apig.model.InstanceCreateReq;
import dev.postern.client.apig.model.InstanceSpecId;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** What README.md shows works, and is what stands here. */
class ReadmeTest {

    @Test
    void itsExampleWorks() throws Exception {
        try (RunningServer server = new RunningServer()) {
            String endpoint = server.endpoint();
            // README: begin
            var gateways = new GatewayApi(Clients.apig(endpoint, "any-token"));
            String id = gateways.createInstanceV2("my-project", new InstanceCreateReq()
                .instanceName("demo").specId(InstanceSpecId.BASIC).vpcId("vpc").subnetId("subnet")
                .securityGroupId("group").addAvailableZoneIdsItem("zone")).getInstanceId();
            System.out.println(gateways.showDetailsOfInstanceV2("my-project", id).getStatus());
            // README: end

            ApiException e = assertThrows(ApiException.class, () -> gateways.deleteInstancesV2("other-project", id));
            assertEquals("APIC.7302", Clients.error(e).orElseThrow().getErrorCode());
        }
    }

    @Test
    void itShowsTheExampleAbove() throws IOException {
        Path source = Path.of("src/test/java", getClass().getName().replace('.', '/') + ".java");
        assertEquals(between(source, "// README: begin", "// README: end"),
            between(Path.of("../README.md"), "```java", "```"));
    }

    /** The lines between two others, without what all of them are indented by. */
    private static String between(Path file, String begin, String end) throws IOException {
        return Files.readAllLines(file).stream()
            .dropWhile(line -> !line.strip().equals(begin)).skip(1)
            .takeWhile(line -> !line.strip().equals(end))
            .collect(Collectors.joining("\n")).stripIndent();
    }
}
