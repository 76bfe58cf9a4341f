package dev.postern.sdk;

import com.huaweicloud.sdk.apig.v2.model.ApiOperPluginInfo;
import com.huaweicloud.sdk.apig.v2.model.AttachApiToPluginRequest;
import com.huaweicloud.sdk.apig.v2.model.AttachPluginToApiRequest;
import com.huaweicloud.sdk.apig.v2.model.CreatePluginRequest;
import com.huaweicloud.sdk.apig.v2.model.DeletePluginRequest;
import com.huaweicloud.sdk.apig.v2.model.DetachApiFromPluginRequest;
import com.huaweicloud.sdk.apig.v2.model.DetachPluginFromApiRequest;
import com.huaweicloud.sdk.apig.v2.model.ListApiAttachablePluginsRequest;
import com.huaweicloud.sdk.apig.v2.model.ListApiAttachedPluginsRequest;
import com.huaweicloud.sdk.apig.v2.model.ListPluginAttachableApisRequest;
import com.huaweicloud.sdk.apig.v2.model.ListPluginAttachedApisRequest;
import com.huaweicloud.sdk.apig.v2.model.ListPluginsRequest;
import com.huaweicloud.sdk.apig.v2.model.PluginCreate;
import com.huaweicloud.sdk.apig.v2.model.PluginOperApiInfo;
import com.huaweicloud.sdk.apig.v2.model.ShowPluginRequest;
import com.huaweicloud.sdk.apig.v2.model.UpdatePluginRequest;

import java.util.List;
import java.util.stream.Stream;

import static dev.postern.sdk.SdkCase.GATEWAY;

/** The calls about plug-ins and their attachments. */
final class PluginCases {

    private static final String PLUGIN = "5b729aa252764739b3s237ef0d66dc63";
    private static final String ATTACHED = "98df09fb-d459-4cbf-83a7-2b55ca6f3d5d";
    private static final String API = "8aa097b00e9843efabc9c593d11b769d";
    private static final String RELEASE = "DEFAULT_ENVIRONMENT_RELEASE_ID";
    private static final String ID = "[0-9a-f]{32}";
    private static final String TIME = "2[0-9]{3}-.*Z";

    private PluginCases() {
    }

    static List<SdkCase> all() {
        return Stream.of(plugins(), attachments()).flatMap(List::stream).toList();
    }

    private static PluginCreate plugin(String name) {
        return new PluginCreate().withPluginName(name).withPluginType(PluginCreate.PluginTypeEnum.CORS)
            .withPluginScope(PluginCreate.PluginScopeEnum.GLOBAL)
            .withPluginContent("{\"allow_origin\": \"*\",\"allow_methods\": \"GET,POST,PUT\","
                + "\"allow_headers\": \"Content-Type,Accept,Accept-Ranges,Cache-Control\","
                + "\"expose_headers\": \"X-Request-Id,X-Apig-Latency\",\"max_age\": 172800,\"allow_credentials\": true}")
            .withRemark("Cross-origin resource sharing");
    }

    private static PluginOperApiInfo apis() {
        return new PluginOperApiInfo().withEnvId(RELEASE).withApiIds(List.of(API));
    }

    private static ApiOperPluginInfo plugins(String plugin) {
        return new ApiOperPluginInfo().withEnvId(RELEASE).withPluginIds(List.of(plugin));
    }

    private static List<SdkCase> plugins() {
        return List.of(
            SdkCase.of("createPlugin", "plugin-cors", client -> client.createPlugin(
                    new CreatePluginRequest().withInstanceId(GATEWAY).withBody(plugin("CORS Plug-in"))), 201)
                .answers("201-cors").generating("/plugin_id", ID).generating("/create_time", TIME)
                .generating("/update_time", TIME),
            SdkCase.of("listPlugins", "plugin-cors", client -> client.listPlugins(
                    new ListPluginsRequest().withInstanceId(GATEWAY).withPluginName("CORS")
                        .withPreciseSearch("plugin_name")), 200)
                .answers("200-one-plugin"),
            SdkCase.of("showPlugin", "plugin-cors", client -> client.showPlugin(
                    new ShowPluginRequest().withInstanceId(GATEWAY).withPluginId(PLUGIN)), 200)
                .answers("200-plugin"),
            SdkCase.of("updatePlugin", "plugin-cors", client -> client.updatePlugin(
                    new UpdatePluginRequest().withInstanceId(GATEWAY).withPluginId(PLUGIN)
                        .withBody(plugin("CORS Plug-in"))), 200)
                .answers("200-cors").generating("/create_time", TIME).generating("/update_time", TIME),
            SdkCase.of("deletePlugin", "plugin-cors", client -> client.deletePlugin(
                new DeletePluginRequest().withInstanceId(GATEWAY).withPluginId(PLUGIN)), 204));
    }

    private static List<SdkCase> attachments() {
        return List.of(
            SdkCase.of("attachApiToPlugin", "plugin-cors", client -> client.attachApiToPlugin(
                    new AttachApiToPluginRequest().withInstanceId(GATEWAY).withPluginId(PLUGIN).withBody(apis())), 201)
                .answers("201-attached").patching("/attached_plugins/0/api_name", "Test_API")
                .generating("/attached_plugins/0/plugin_attach_id", ID)
                .generating("/attached_plugins/0/attached_time", TIME),
            SdkCase.of("attachPluginToApi", "plugin-cors", client -> client.attachPluginToApi(
                    new AttachPluginToApiRequest().withInstanceId(GATEWAY).withApiId(API).withBody(plugins(PLUGIN))), 201)
                .answers("201-attached").patching("/attached_plugins/0/api_name", "Test_API")
                .generating("/attached_plugins/0/plugin_attach_id", ID)
                .generating("/attached_plugins/0/attached_time", TIME),
            SdkCase.of("listPluginAttachedApis", "plugin", client -> client.listPluginAttachedApis(
                    new ListPluginAttachedApisRequest().withInstanceId(GATEWAY)
                        .withPluginId(ATTACHED).withApiName("Test").withReqMethod("GET")), 200)
                .answers("200-attached"),
            SdkCase.of("listPluginAttachableApis", "plugin-attached", client -> client.listPluginAttachableApis(
                    new ListPluginAttachableApisRequest().withInstanceId(GATEWAY)
                        .withPluginId("4e0d6e1b8a574f0d9fb2d6c0c7a1e2f3").withEnvId(RELEASE).withApiName("Test")), 200)
                .answers("200-one-api").patching("/apis/0/attached_time", "2022-11-02T12:31:23.353Z"),
            SdkCase.of("listApiAttachedPlugins", "plugin-attached", client -> client.listApiAttachedPlugins(
                    new ListApiAttachedPluginsRequest().withInstanceId(GATEWAY).withApiId(API)), 200)
                .answers("200-one-plugin"),
            SdkCase.of("listApiAttachablePlugins", "plugin-cors", client -> client.listApiAttachablePlugins(
                    new ListApiAttachablePluginsRequest().withInstanceId(GATEWAY).withApiId(API).withEnvId(RELEASE)), 200)
                .answers("200-one-plugin"),
            SdkCase.of("detachApiFromPlugin", "plugin-attached", client -> client.detachApiFromPlugin(
                new DetachApiFromPluginRequest().withInstanceId(GATEWAY).withPluginId(PLUGIN).withBody(apis())), 204),
            SdkCase.of("detachPluginFromApi", "plugin", client -> client.detachPluginFromApi(
                new DetachPluginFromApiRequest().withInstanceId(GATEWAY).withApiId(API).withBody(plugins(ATTACHED))), 204));
    }
}
