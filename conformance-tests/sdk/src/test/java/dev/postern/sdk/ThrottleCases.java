package dev.postern.sdk;

import com.huaweicloud.sdk.apig.v2.model.ThrottleBaseInfo;
import com.huaweicloud.sdk.apig.v2.model.UpdateRequestThrottlingPolicyV2Request;

import java.util.List;

import static dev.postern.sdk.SdkCase.GATEWAY;

/** The calls about request throttling policies. */
final class ThrottleCases {

    private ThrottleCases() {
    }

    static List<SdkCase> all() {
        return List.of(
            SdkCase.of("updateRequestThrottlingPolicyV2", "throttle", client -> client.updateRequestThrottlingPolicyV2(
                    new UpdateRequestThrottlingPolicyV2Request().withInstanceId(GATEWAY)
                        .withThrottleId("3437448ad06f4e0c91a224183116e965")
                        .withBody(new ThrottleBaseInfo().withName("throttle_demo")
                            .withRemark("Total: 800 calls/second; user: 500 calls/second; app: 300 calls/second; "
                                + "IP address: 600 calls/second")
                            .withType(ThrottleBaseInfo.TypeEnum.NUMBER_1).withTimeInterval(1)
                            .withTimeUnit(ThrottleBaseInfo.TimeUnitEnum.SECOND).withApiCallLimits(800)
                            .withUserCallLimits(500).withAppCallLimits(300).withIpCallLimits(600))), 200)
                .answers("200-updated"));
    }
}
