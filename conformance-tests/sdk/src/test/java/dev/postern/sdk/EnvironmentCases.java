package dev.postern.sdk;

import com.huaweicloud.sdk.apig.v2.model.CreateEnvironmentV2Request;
import com.huaweicloud.sdk.apig.v2.model.DeleteEnvironmentV2Request;
import com.huaweicloud.sdk.apig.v2.model.EnvCreate;
import com.huaweicloud.sdk.apig.v2.model.ListEnvironmentsV2Request;
import com.huaweicloud.sdk.apig.v2.model.UpdateEnvironmentV2Request;

import java.util.List;

import static dev.postern.sdk.SdkCase.GATEWAY;

/** The calls about environments. */
final class EnvironmentCases {

    private static final String ENVIRONMENT = "7a1ad0c350844ee69479b47df9a881cb";

    private EnvironmentCases() {
    }

    static List<SdkCase> all() {
        return List.of(
            SdkCase.of("createEnvironmentV2", "one-gateway", client -> client.createEnvironmentV2(
                    new CreateEnvironmentV2Request().withInstanceId(GATEWAY)
                        .withBody(new EnvCreate().withName("DEV").withRemark("Development environment"))), 201)
                .answers("201-created").generating("id", "[0-9a-f]{32}")
                .generating("create_time", "[0-9-]{10}T[0-9:.]+Z"),
            SdkCase.of("listEnvironmentsV2", "environment", client -> client.listEnvironmentsV2(
                    new ListEnvironmentsV2Request().withInstanceId(GATEWAY).withOffset(0L).withLimit(20)
                        .withName("e")), 200).answers("200-two-environments"),
            SdkCase.of("updateEnvironmentV2", "environment", client -> client.updateEnvironmentV2(
                    new UpdateEnvironmentV2Request().withInstanceId(GATEWAY).withEnvId(ENVIRONMENT)
                        .withBody(new EnvCreate().withName("DEV").withRemark("Development environment"))), 200)
                .answers("200-updated"),
            SdkCase.of("deleteEnvironmentV2", "environment", client -> client.deleteEnvironmentV2(
                new DeleteEnvironmentV2Request().withInstanceId(GATEWAY).withEnvId(ENVIRONMENT)), 204));
    }
}
