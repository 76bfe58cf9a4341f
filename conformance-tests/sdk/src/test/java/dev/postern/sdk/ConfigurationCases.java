package dev.postern.sdk;

import com.huaweicloud.sdk.apig.v2.model.ListInstanceConfigsV2Request;
import com.huaweicloud.sdk.apig.v2.model.ListProjectCofigsV2Request;

import java.util.List;

/** The calls about limits of projects and gateways. */
final class ConfigurationCases {

    private static final String INSTANCE = "eddc4d25480b4cd6b512f270a1b8b341";

    private ConfigurationCases() {
    }

    static List<SdkCase> all() {
        return List.of(
            // A time as in the documented answer, a number, is more than the SDK can read.
            SdkCase.of("listInstanceConfigsV2", "empty", client -> client.listInstanceConfigsV2(
                    new ListInstanceConfigsV2Request()), 200)
                .answers("200-one-limit").patching("/configs/0/config_time", null)
                .patching("/configs/0/remark", "Gateways in the project"),
            SdkCase.of("listProjectCofigsV2", "configuration", client -> client.listProjectCofigsV2(
                    new ListProjectCofigsV2Request().withInstanceId(INSTANCE).withOffset(33L).withLimit(2)), 200)
                .answers("200-two-limits").patching("total", 42));
    }
}
