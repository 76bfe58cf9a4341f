package dev.postern.client;

import dev.postern.client.secmaster.ApiException;
import dev.postern.client.secmaster.api.SubscriptionApi;
import dev.postern.client.secmaster.model.OperateType;
import dev.postern.client.secmaster.model.OrderStatus;
import dev.postern.client.secmaster.model.Scene;
import dev.postern.client.secmaster.model.UpdateProduct;
import dev.postern.client.secmaster.model.UpdateSubscriptionOrderReq;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** SecMaster's orders, with a token that opens one project only. */
class SubscriptionScenarioTest {

    private static RunningServer server;

    private final SubscriptionApi subscriptions = new SubscriptionApi(
        Clients.secmaster(server.endpoint(), Credentials.token("mine")));

    @BeforeAll
    static void start() {
        server = new RunningServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void seed() throws Exception {
        server.seed("""
            tokens: [{token: mine, project_id: my-project}]
            subscriptions:
              - resource_id: s1
                project_id: my-project
                resource_spec_code: secmaster.standard
                resource_size: 3
                billing_mode: PREPAID
                tags: [{key: team, value: blue}]
            """);
    }

    @Test
    void theQuotaIsRaised() throws Exception {
        var order = subscriptions.updateSubscriptionOrder("my-project", "en-us", change(4));
        assertEquals(OrderStatus.SUCCEEDED, order.getOrderStatus());
        assertNotNull(order.getOrderId());
    }

    @Test
    void tagsThatAnOrderDoesNotNameStay() throws Exception {
        subscriptions.updateSubscriptionOrder("my-project", "en-us", change(4));
        assertEquals("[{\"key\":\"team\",\"value\":\"blue\"}]", server.state().at("/subscriptions/0/tags").toString());
    }

    @Test
    void refusalsSayWhy() {
        ApiException smaller = assertThrows(ApiException.class,
            () -> subscriptions.updateSubscriptionOrder("my-project", "en-us", change(2)));
        assertEquals(400, smaller.getCode());
        assertEquals("SecMaster.0400", smaller.getErrorCode());

        ApiException foreign = assertThrows(ApiException.class,
            () -> subscriptions.updateSubscriptionOrder("another-project", "en-us", change(4)));
        assertEquals(403, foreign.getCode());
        assertEquals("No permissions to request this method", foreign.getErrorMsg());
    }

    @Test
    void aRequiredHeaderIsAskedForBeforeAnythingIsSent() {
        ApiException missing = assertThrows(ApiException.class,
            () -> subscriptions.updateSubscriptionOrder("my-project", null, change(4)));
        assertNull(missing.getResponseBody());
    }

    private static UpdateSubscriptionOrderReq change(int size) {
        return new UpdateSubscriptionOrderReq()
            .scene(Scene.PREPAID)
            .operateType(OperateType.ADDITION)
            .addProductListItem(new UpdateProduct()
                .resourceId("s1").resourceSpecCode("secmaster.standard").resourceSize(size));
    }
}
