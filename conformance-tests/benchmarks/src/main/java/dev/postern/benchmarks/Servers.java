package dev.postern.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How Postern and those it is compared with are started. */
final class Servers {

    static final String LIST = "/v2/p/apigw/instances?limit=20";
    static final String THROTTLES = "/v2/p/apigw/instances/g000/throttles";

    private static final Path HERE = Path.of("").toAbsolutePath();
    private static final Path WORK = HERE.resolve("target/benchmarks");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private Servers() {
    }

    /**
     * The packaged distribution.
     *
     * @param javaOptions for the JVM; empty for what bin/postern does by itself
     * @param options of {@code postern serve}
     */
    static Server.Command postern(String name, String javaHome, String javaOptions, List<String> options)
            throws IOException, InterruptedException {
        int port = freePort();
        List<String> words = new ArrayList<>(List.of(unpacked().resolve("bin/postern").toString(), "serve", "--port",
            String.valueOf(port), "--transition-time", "0s", "--log-level", "warn"));
        words.addAll(options);
        return new Server.Command(name, port, "/_postern/health",
            Map.of("JAVA_HOME", javaHome, "POSTERN_JAVA_OPTS", javaOptions), words);
    }

    /** Prism with Postern's description, whose example for the list of gateways are the given bytes. */
    static Server.Command prism(byte[] list) throws IOException, InterruptedException {
        Path main = HERE.resolve("target/peers/node_modules/@stoplight/prism-cli/dist/index.js");
        if (!Files.exists(main)) {
            run("npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", HERE.resolve("target/peers").toString(),
                "@stoplight/prism-cli@" + System.getProperty("prism.version"));
        }
        JsonNode description;
        try (var in = Servers.class.getResourceAsStream("/META-INF/postern/spec/apig/v2/openapi.yaml")) {
            description = YAML.readTree(in);
        }
        var content = (ObjectNode) description.at(
            "/paths/~1v2~1{project_id}~1apigw~1instances/get/responses/200/content/application~1json");
        content.remove("examples");
        content.set("example", JSON.readTree(list));
        Path file = Files.createDirectories(WORK).resolve("prism.json");
        JSON.writeValue(file.toFile(), description);
        int port = freePort();
        return new Server.Command("Prism", port, LIST, Map.of(), List.of("node", main.toString(), "mock", "-h", "127.0.0.1",
            "-p", String.valueOf(port), "-v", "error", file.toString()));
    }

    /** WireMock with the given bytes as a stub, for requests with a token. */
    static Server.Command wireMock(byte[] list) throws IOException {
        return wireMock("WireMock", list);
    }

    /** The same, which remembers no requests. */
    static Server.Command forgetfulWireMock(byte[] list) throws IOException {
        return wireMock("WireMock, --no-request-journal", list, "--no-request-journal");
    }

    private static Server.Command wireMock(String name, byte[] list, String... options) throws IOException {
        Path root = WORK.resolve("wiremock");
        Files.createDirectories(root.resolve("mappings"));
        Files.createDirectories(root.resolve("__files"));
        Files.write(root.resolve("__files/list.json"), list);
        Files.writeString(root.resolve("mappings/list.json"), """
            {"request": {"method": "GET", "urlPathPattern": "/v2/[^/]+/apigw/instances",
                         "headers": {"X-Auth-Token": {"matches": ".+"}}},
             "response": {"status": 200, "bodyFileName": "list.json", "headers": {"Content-Type": "application/json"}}}
            """);
        int port = freePort();
        List<String> words = java("wiremock.Run", "--port", String.valueOf(port), "--bind-address", "127.0.0.1",
            "--root-dir", root.toString(), "--disable-banner");
        words.addAll(List.of(options));
        return new Server.Command(name, port, LIST, Map.of(), words);
    }

    /** Nothing but Netty, and the given bytes. */
    static Server.Command bareNetty(byte[] list) throws IOException {
        Path file = Files.write(Files.createDirectories(WORK).resolve("list.json"), list);
        int port = freePort();
        return new Server.Command("bare Netty", port, "/", Map.of(),
            java(BareNetty.class.getName(), String.valueOf(port), file.toString()));
    }

    /** The contract kit of the distribution, against a server. */
    static List<String> verify(String url) throws IOException, InterruptedException {
        return List.of(unpacked().resolve("bin/postern").toString(), "verify", "--endpoint", url, "--offers",
            "control,instant", "--report", WORK.resolve("kit").toString());
    }

    /** A state with gateways g000, g001, … of the project p, and no quota that a benchmark could meet. */
    static String state(int gateways) {
        StringBuilder state = new StringBuilder("gateways:\n");
        for (int i = 0; i < gateways; i++) {
            state.append("""
                - {id: g%1$03d, project_id: p, instance_name: gateway-%1$03d, create_time: %2$d, type: apig, spec: BASIC,
                   enterprise_project_id: "0", loadbalancer_provider: lvs,
                   quotas: [{name: THROTTLE_NUM_LIMIT, most: 100000000}]}
                """.formatted(i, 1_790_000_000_000L + i).indent(2));
        }
        return state.toString();
    }

    private static List<String> java(String main, String... arguments) {
        List<String> words = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
            "-cp", System.getProperty("java.class.path"), main));
        words.addAll(List.of(arguments));
        return words;
    }

    private static Path unpacked() throws IOException, InterruptedException {
        Path zip;
        try (Stream<Path> files = Files.list(HERE.resolve("../../server-impl/distribution/target"))) {
            zip = files.filter(file -> file.toString().endsWith(".zip")).findFirst()
                .orElseThrow(() -> new IllegalStateException("Build the distribution first, see README.md"));
        }
        Path home = WORK.resolve("postern-" + Files.getLastModifiedTime(zip).toMillis());
        if (!Files.exists(home)) {
            run("unzip", "-q", zip.toString(), "-d", home.toString());
        }
        try (Stream<Path> folders = Files.list(home)) {
            return folders.findFirst().orElseThrow();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void run(String... words) throws IOException, InterruptedException {
        if (new ProcessBuilder(words).inheritIO().start().waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", words) + " fails");
        }
    }
}
