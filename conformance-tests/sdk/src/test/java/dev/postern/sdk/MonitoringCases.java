package dev.postern.sdk;

import com.huaweicloud.sdk.apig.v2.model.ListLatelyGroupStatisticsV2Request;

import java.util.List;

import static dev.postern.sdk.SdkCase.GATEWAY;

/** The calls about monitoring. */
final class MonitoringCases {

    private MonitoringCases() {
    }

    static List<SdkCase> all() {
        return List.of(
            SdkCase.of("listLatelyGroupStatisticsV2", "monitoring", client -> client.listLatelyGroupStatisticsV2(
                    new ListLatelyGroupStatisticsV2Request().withInstanceId(GATEWAY)
                        .withGroupId("d0fc4e40b7d1492cba802f667c7c7226")), 200).answers("200-two-minutes"));
    }
}
