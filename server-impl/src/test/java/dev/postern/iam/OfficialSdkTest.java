package dev.postern.iam;

import com.huaweicloud.sdk.apig.v2.ApigClient;
import com.huaweicloud.sdk.apig.v2.model.CreateInstanceV2Request;
import com.huaweicloud.sdk.apig.v2.model.InstanceCreateReq;
import com.huaweicloud.sdk.apig.v2.model.ListInstancesV2Request;
import com.huaweicloud.sdk.apig.v2.model.ShowDetailsOfInstanceV2Request;
import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.core.exception.ClientRequestException;
import com.huaweicloud.sdk.core.exception.SdkException;
import com.huaweicloud.sdk.core.region.Region;
import dev.postern.support.Database;
import dev.postern.support.Identities;
import dev.postern.support.TestServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The vendor's SDK works as it is, with an endpoint, a region and an access key. */
class OfficialSdkTest {

    @ParameterizedTest
    @EnumSource(Database.class)
    void findsItsProjectAndSignsOnAStrictServer(Database database) {
        try (TestServer server = TestServer.start(database.newUrl(), "postern.auth", "strict")) {
            server.put(Identities.STATE);
            ApigClient client = client(server, "READERKEY", "reader-secret");
            assertEquals(0, client.listInstancesV2(new ListInstancesV2Request().withLimit(5).withInstanceName("a b")).getTotal());
            ClientRequestException denied = assertThrows(ClientRequestException.class, () -> create(client));
            assertEquals("APIC.7106", denied.getErrorCode());
            ApigClient admin = client(server, "ADMINKEY", "admin-secret");
            String id = create(admin);
            assertEquals("admin", admin.showDetailsOfInstanceV2(new ShowDetailsOfInstanceV2Request().withInstanceId(id)).getUserId());
            assertEquals(id, client.listInstancesV2(new ListInstancesV2Request()).getInstances().get(0).getId());
            SdkException wrong = assertThrows(SdkException.class, () -> client(server, "ADMINKEY", "wrong")
                .listInstancesV2(new ListInstancesV2Request()));
            assertTrue(wrong.getMessage().contains("the signature does not match the request"), wrong.getMessage());
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void findsAProjectOnAnOpenServer(Database database) {
        try (TestServer server = TestServer.start(database.newUrl())) {
            ApigClient client = client(server, "any" + database, "any");
            String id = create(client);
            assertEquals(List.of(id), client.listInstancesV2(new ListInstancesV2Request()).getInstances().stream()
                .map(instance -> instance.getId()).toList());
        }
    }

    /** Without a project: the SDK asks IAM for the one that is called as the region. Its cache goes by key and region. */
    private static ApigClient client(TestServer server, String key, String secret) {
        com.huaweicloud.sdk.core.auth.AuthCache.putAuth(key + "local-1", "");
        return ApigClient.newBuilder()
            .withCredential(new BasicCredentials().withAk(key).withSk(secret).withIamEndpoint(server.url()))
            .withRegion(new Region("local-1", server.url()))
            .build();
    }

    private static String create(ApigClient client) {
        return client.createInstanceV2(new CreateInstanceV2Request().withBody(new InstanceCreateReq()
            .withInstanceName("apig-demo").withSpecId(InstanceCreateReq.SpecIdEnum.BASIC)
            .withDescription("für alle, 漢字").withAvailableZoneIds(List.of("az1")).withVpcId("vpc-1")
            .withSubnetId("subnet-1").withSecurityGroupId("group-1"))).getInstanceId();
    }
}
