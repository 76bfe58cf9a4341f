package dev.postern.sdk;

import com.huaweicloud.sdk.apig.v2.model.CreateEnvironmentVariableV2Request;
import com.huaweicloud.sdk.apig.v2.model.DeleteEnvironmentVariableV2Request;
import com.huaweicloud.sdk.apig.v2.model.EnvVariableBase;
import com.huaweicloud.sdk.apig.v2.model.EnvVariableCreate;
import com.huaweicloud.sdk.apig.v2.model.ListEnvironmentVariablesV2Request;
import com.huaweicloud.sdk.apig.v2.model.ShowDetailsOfEnvironmentVariableV2Request;
import com.huaweicloud.sdk.apig.v2.model.UpdateEnvironmentVariableV2Request;

import java.util.List;

import static dev.postern.sdk.SdkCase.GATEWAY;

/** The calls about variables of API groups. */
final class VariableCases {

    private static final String GROUP = "c77f5e81d9cb4424bf704ef2b0ac7600";
    private static final String VARIABLE = "25054838a624400bbf2267cf5b3a3f70";

    private VariableCases() {
    }

    static List<SdkCase> all() {
        return List.of(
            SdkCase.of("createEnvironmentVariableV2", "environment", client -> client.createEnvironmentVariableV2(
                    new CreateEnvironmentVariableV2Request().withInstanceId(GATEWAY)
                        .withBody(new EnvVariableCreate().withVariableName("address").withVariableValue("192.168.1.5")
                            .withEnvId("DEFAULT_ENVIRONMENT_RELEASE_ID").withGroupId(GROUP))), 201)
                .answers("201-created").generating("id", "[0-9a-f]{32}")
                .patching("env_id", "DEFAULT_ENVIRONMENT_RELEASE_ID"),
            SdkCase.of("listEnvironmentVariablesV2", "variable", client -> client.listEnvironmentVariablesV2(
                    new ListEnvironmentVariablesV2Request().withInstanceId(GATEWAY).withGroupId(GROUP)), 200)
                .answers("200-two-environments"),
            SdkCase.of("showDetailsOfEnvironmentVariableV2", "variable", client ->
                    client.showDetailsOfEnvironmentVariableV2(new ShowDetailsOfEnvironmentVariableV2Request()
                        .withInstanceId(GATEWAY).withEnvVariableId(VARIABLE)), 200).answers("200-variable"),
            SdkCase.of("updateEnvironmentVariableV2", "variable", client -> client.updateEnvironmentVariableV2(
                    new UpdateEnvironmentVariableV2Request().withInstanceId(GATEWAY).withEnvVariableId(VARIABLE)
                        .withBody(new EnvVariableBase().withVariableValue("192.168.1.5"))), 200)
                .answers("200-updated"),
            SdkCase.of("deleteEnvironmentVariableV2", "variable", client -> client.deleteEnvironmentVariableV2(
                new DeleteEnvironmentVariableV2Request().withInstanceId(GATEWAY).withEnvVariableId(VARIABLE)), 204));
    }
}
