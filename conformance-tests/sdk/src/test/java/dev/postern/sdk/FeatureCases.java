package dev.postern.sdk;

import com.huaweicloud.sdk.apig.v2.model.CreateFeatureV2Request;
import com.huaweicloud.sdk.apig.v2.model.FeatureToggle;
import com.huaweicloud.sdk.apig.v2.model.ListFeaturesV2Request;
import com.huaweicloud.sdk.apig.v2.model.ListInstanceFeaturesRequest;

import java.util.List;

/** The calls about features of gateways. */
final class FeatureCases {

    private static final String INSTANCE = "eddc4d25480b4cd6b512f270a1b8b341";

    private FeatureCases() {
    }

    static List<SdkCase> all() {
        return List.of(
            SdkCase.of("createFeatureV2", "feature", client -> client.createFeatureV2(new CreateFeatureV2Request()
                    .withInstanceId(INSTANCE)
                    .withBody(new FeatureToggle().withName("app_api_key").withConfig("on").withEnable(true))), 201)
                .answers("201-set").patching("update_time", "2020-08-24T01:18:31.041984Z"),
            SdkCase.of("listFeaturesV2", "feature", client -> client.listFeaturesV2(
                new ListFeaturesV2Request().withInstanceId(INSTANCE)), 200).answers("200-one-feature"),
            SdkCase.of("listInstanceFeatures", "feature", client -> client.listInstanceFeatures(
                new ListInstanceFeaturesRequest().withInstanceId(INSTANCE)), 200).answers("200-three-features"));
    }
}
