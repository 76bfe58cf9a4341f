package dev.postern.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The variables that clients read, in the forms in which shells and programs take them. */
record ClientSettings(Map<String, String> variables) {

    private static final String NOTES = """
        # HUAWEICLOUD_SDK_*: the official SDKs. HW_*: Terraform, whose endpoints have no variables:
        # 'postern env --shell terraform' prints its provider block. The server speaks plain HTTP, so there is
        # no certificate to trust; behind a proxy with one of its own, tell the clients to trust that.
        """;

    String sh() {
        return NOTES + lines(each -> "export " + each.getKey() + "='" + each.getValue().replace("'", "'\\''") + "'");
    }

    String powershell() {
        return NOTES + lines(each -> "$env:" + each.getKey() + " = '" + each.getValue().replace("'", "''") + "'");
    }

    String json() {
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(variables)
                + System.lineSeparator();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Terraform's provider; what it would ask of the cloud at its start is switched off. */
    static String terraform(String server, String region, String project, String accessKey, String secretKey) {
        return """
            provider "huaweicloud" {
              region     = "%s"
              project_id = "%s"
              access_key = "%s"
              secret_key = "%s"
              auth_url   = "%s/v3"
              endpoints = {
                apig      = "%s/"
                secmaster = "%s/"
                iam       = "%s/"
              }
              skip_check_website_type = true
              skip_check_upgrade      = true
            }
            """.formatted(quoted(region), quoted(project), quoted(accessKey), quoted(secretKey),
            server, server, server, server);
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("${", "$${").replace("%{", "%%{");
    }

    private String lines(Function<Map.Entry<String, String>, String> line) {
        return variables.entrySet().stream().map(line).collect(Collectors.joining("\n", "", "\n"));
    }
}
