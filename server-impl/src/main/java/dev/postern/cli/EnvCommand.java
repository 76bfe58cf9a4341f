package dev.postern.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/** Prints what clients need to talk to this server. */
@Command(name = "env", mixinStandardHelpOptions = true, versionProvider = Version.class,
    sortOptions = false, abbreviateSynopsis = true,
    description = "Print the settings with which the official SDKs and Terraform talk to this server.",
    footerHeading = "%nExamples:%n",
    footer = {
        "  eval \"$(postern env)\"",
        "  postern env --shell powershell | Out-String | Invoke-Expression",
        "  postern env --shell terraform > provider.tf",
        "  postern env --endpoint http://localhost:9090 --shell json",
        "",
        "An open server takes any key, a strict one those of its seed: say which."})
final class EnvCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Option(names = "--endpoint", paramLabel = "URL",
        description = "Where the server is; from POSTERN_HOST and POSTERN_PORT, or http://127.0.0.1:8080, unless said "
            + "otherwise.")
    private String endpoint = ofEnvironment(System.getenv("POSTERN_HOST"), System.getenv("POSTERN_PORT"));

    @Option(names = "--project-id", paramLabel = "ID", description = "Project; ${DEFAULT-VALUE} unless said otherwise.")
    private String project = "73d69ae0cfcf460190522d06b60f05ad";

    @Option(names = "--region", paramLabel = "NAME", description = "Region; ${DEFAULT-VALUE} unless said otherwise.")
    private String region = "local-1";

    @Option(names = "--access-key", paramLabel = "KEY", description = "Access key; ${DEFAULT-VALUE} unless said otherwise.")
    private String accessKey = "POSTERNACCESSKEY0000";

    @Option(names = "--secret-key", paramLabel = "KEY", description = "Its secret; any will do unless the server is strict.")
    private String secretKey = "postern-secret-key";

    @Option(names = "--shell", paramLabel = "FORM",
        description = "sh, powershell, json or terraform; ${DEFAULT-VALUE} unless said otherwise.")
    private String form = "sh";

    @Override
    public Integer call() {
        String server = server();
        PrintWriter out = command.commandLine().getOut();
        switch (form) {
            case "sh" -> out.print(new ClientSettings(variables(server)).sh());
            case "powershell" -> out.print(new ClientSettings(variables(server)).powershell());
            case "json" -> out.print(new ClientSettings(variables(server)).json());
            case "terraform" -> out.print(ClientSettings.terraform(server, region, project, accessKey, secretKey));
            default -> throw wrong("--shell " + form + ": it is one of sh, powershell, json, terraform");
        }
        out.flush();
        return 0;
    }

    /** The names are those that the SDKs and the provider document. */
    private Map<String, String> variables(String server) {
        String regionName = region.toUpperCase(Locale.ROOT).replace('-', '_');
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("POSTERN_ENDPOINT", server);
        variables.put("HUAWEICLOUD_SDK_AK", accessKey);
        variables.put("HUAWEICLOUD_SDK_SK", secretKey);
        variables.put("HUAWEICLOUD_SDK_PROJECT_ID", project);
        variables.put("HUAWEICLOUD_SDK_IAM_ENDPOINT", server);
        variables.put("HUAWEICLOUD_SDK_REGION_APIG_" + regionName, server);
        variables.put("HUAWEICLOUD_SDK_REGION_SECMASTER_" + regionName, server);
        variables.put("HW_ACCESS_KEY", accessKey);
        variables.put("HW_SECRET_KEY", secretKey);
        variables.put("HW_REGION_NAME", region);
        variables.put("HW_PROJECT_ID", project);
        variables.put("HW_AUTH_URL", server + "/v3");
        return variables;
    }

    private String server() {
        try {
            URI uri = URI.create(endpoint);
            if (("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null) {
                return endpoint.replaceAll("/+$", "");
            }
        } catch (IllegalArgumentException e) {
            // No address at all.
        }
        throw wrong("--endpoint " + endpoint + ": it is an address like http://127.0.0.1:8080");
    }

    private static String ofEnvironment(String host, String port) {
        boolean anywhere = host == null || host.isEmpty() || host.equals("0.0.0.0") || host.equals("::");
        boolean usual = port == null || port.isEmpty() || port.equals("0");
        return "http://" + (anywhere ? "127.0.0.1" : host) + ":" + (usual ? "8080" : port);
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
