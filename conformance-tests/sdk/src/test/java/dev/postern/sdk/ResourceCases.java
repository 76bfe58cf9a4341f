package dev.postern.sdk;

import com.huaweicloud.sdk.apig.v2.model.ListApiGroupsQuantitiesV2Request;
import com.huaweicloud.sdk.apig.v2.model.ListApiQuantitiesV2Request;
import com.huaweicloud.sdk.apig.v2.model.ListAppQuantitiesV2Request;

import java.util.List;

/** The calls about quantities of resources. */
final class ResourceCases {

    private static final String INSTANCE = "eddc4d25480b4cd6b512f270a1b8b341";

    private ResourceCases() {
    }

    static List<SdkCase> all() {
        return List.of(
            SdkCase.of("listApiGroupsQuantitiesV2", "resource", client -> client.listApiGroupsQuantitiesV2(
                    new ListApiGroupsQuantitiesV2Request().withInstanceId(INSTANCE)), 200)
                .answers("200-counted").patching("onsell_nums", 1),
            SdkCase.of("listApiQuantitiesV2", "resource", client -> client.listApiQuantitiesV2(
                    new ListApiQuantitiesV2Request().withInstanceId(INSTANCE)), 200)
                .answers("200-counted").patching("instance_num", 3).patching("nums_on_release", 1)
                .patching("nums_off_release", 2),
            SdkCase.of("listAppQuantitiesV2", "resource", client -> client.listAppQuantitiesV2(
                    new ListAppQuantitiesV2Request().withInstanceId(INSTANCE)), 200)
                .answers("200-counted").patching("authed_nums", 0).patching("unauthed_nums", 1));
    }
}
