package dev.postern.sdk;

import com.huaweicloud.sdk.apig.v2.model.CreateGatewayResponseV2Request;
import com.huaweicloud.sdk.apig.v2.model.DeleteGatewayResponseTypeV2Request;
import com.huaweicloud.sdk.apig.v2.model.DeleteGatewayResponseV2Request;
import com.huaweicloud.sdk.apig.v2.model.ListGatewayResponsesV2Request;
import com.huaweicloud.sdk.apig.v2.model.ResponseInfo;
import com.huaweicloud.sdk.apig.v2.model.ResponsesCreate;
import com.huaweicloud.sdk.apig.v2.model.ShowDetailsOfGatewayResponseTypeV2Request;
import com.huaweicloud.sdk.apig.v2.model.ShowDetailsOfGatewayResponseV2Request;
import com.huaweicloud.sdk.apig.v2.model.UpdateGatewayResponseTypeV2Request;
import com.huaweicloud.sdk.apig.v2.model.UpdateGatewayResponseV2Request;

import java.util.List;

import static dev.postern.sdk.SdkCase.GATEWAY;

/** The calls about gateway responses. */
final class ResponseCases {

    private static final String GROUP = "c77f5e81d9cb4424bf704ef2b0ac7600";
    private static final String RESPONSE = "e839b367e10f4ab19d1c5008e476b83a";
    private static final String TIME = "[0-9-]{10}T[0-9:.]+Z";

    private ResponseCases() {
    }

    static List<SdkCase> all() {
        return List.of(
            SdkCase.of("createGatewayResponseV2", "group", client -> client.createGatewayResponseV2(
                    new CreateGatewayResponseV2Request().withInstanceId(GATEWAY).withGroupId(GROUP)
                        .withBody(new ResponsesCreate().withName("response_demo"))), 201)
                .answers("201-created").generating("id", "[0-9a-f]{32}").generating("create_time", TIME)
                .generating("update_time", TIME),
            SdkCase.of("listGatewayResponsesV2", "response", client -> client.listGatewayResponsesV2(
                    new ListGatewayResponsesV2Request().withInstanceId(GATEWAY).withGroupId(GROUP)), 200)
                .answers("200-two-responses"),
            SdkCase.of("showDetailsOfGatewayResponseV2", "response", client -> client.showDetailsOfGatewayResponseV2(
                    new ShowDetailsOfGatewayResponseV2Request().withInstanceId(GATEWAY).withGroupId(GROUP)
                        .withResponseId(RESPONSE)), 200).answers("200-response"),
            SdkCase.of("updateGatewayResponseV2", "response", client -> client.updateGatewayResponseV2(
                    new UpdateGatewayResponseV2Request().withInstanceId(GATEWAY).withGroupId(GROUP)
                        .withResponseId(RESPONSE)
                        .withBody(new ResponsesCreate().withName("response_demo"))), 200)
                .answers("200-updated").generating("update_time", TIME),
            SdkCase.of("deleteGatewayResponseV2", "response", client -> client.deleteGatewayResponseV2(
                    new DeleteGatewayResponseV2Request().withInstanceId(GATEWAY).withGroupId(GROUP)
                        .withResponseId(RESPONSE)), 204),
            SdkCase.of("showDetailsOfGatewayResponseTypeV2", "response", client ->
                    client.showDetailsOfGatewayResponseTypeV2(new ShowDetailsOfGatewayResponseTypeV2Request()
                        .withInstanceId(GATEWAY).withGroupId(GROUP).withResponseId(RESPONSE).withResponseType(
                            ShowDetailsOfGatewayResponseTypeV2Request.ResponseTypeEnum.ACCESS_DENIED)), 200)
                .answers("200-access-denied").keptIn("body"),
            SdkCase.of("updateGatewayResponseTypeV2", "response", client ->
                    client.updateGatewayResponseTypeV2(new UpdateGatewayResponseTypeV2Request()
                        .withInstanceId(GATEWAY).withGroupId(GROUP).withResponseId(RESPONSE).withResponseType(
                            UpdateGatewayResponseTypeV2Request.ResponseTypeEnum.ACCESS_DENIED)
                        .withBody(new ResponseInfo().withStatus(403))), 200).answers("200-updated").keptIn("body"),
            SdkCase.of("deleteGatewayResponseTypeV2", "response", client ->
                    client.deleteGatewayResponseTypeV2(new DeleteGatewayResponseTypeV2Request()
                        .withInstanceId(GATEWAY).withGroupId(GROUP).withResponseId(RESPONSE).withResponseType(
                            DeleteGatewayResponseTypeV2Request.ResponseTypeEnum.ACCESS_DENIED)), 204));
    }
}
