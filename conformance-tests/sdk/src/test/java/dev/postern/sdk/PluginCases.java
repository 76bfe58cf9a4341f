package dev.postern.sdk;

import com.huaweicloud.sdk.apig.v2.model.ApiOperPluginInfo;
import com.huaweicloud.sdk.apig.v2.model.DetachPluginFromApiRequest;
import com.huaweicloud.sdk.apig.v2.model.ListPluginAttachedApisRequest;

import java.util.List;

import static dev.postern.sdk.SdkCase.GATEWAY;

/** The calls about plug-ins. */
final class PluginCases {

    private PluginCases() {
    }

    static List<SdkCase> all() {
        return List.of(
            SdkCase.of("listPluginAttachedApis", "plugin", client -> client.listPluginAttachedApis(
                    new ListPluginAttachedApisRequest().withInstanceId(GATEWAY)
                        .withPluginId("98df09fb-d459-4cbf-83a7-2b55ca6f3d5d").withApiName("Test").withReqMethod("GET")), 200)
                .answers("200-attached"),
            SdkCase.of("detachPluginFromApi", "plugin", client -> client.detachPluginFromApi(
                    new DetachPluginFromApiRequest().withInstanceId(GATEWAY).withApiId("8aa097b00e9843efabc9c593d11b769d")
                        .withBody(new ApiOperPluginInfo().withEnvId("DEFAULT_ENVIRONMENT_RELEASE_ID")
                            .withPluginIds(List.of("98df09fb-d459-4cbf-83a7-2b55ca6f3d5d")))), 204));
    }
}
