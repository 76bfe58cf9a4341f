package dev.postern.secmaster.subscription;

import dev.postern.data.Ids;
import dev.postern.data.Shapes;
import dev.postern.error.ApiException;
import dev.postern.error.Dialect;
import dev.postern.error.ErrorCode;
import dev.postern.secmaster.model.OrderStatus;
import dev.postern.secmaster.model.UpdateProduct;
import dev.postern.secmaster.model.UpdateSubscriptionOrderReq;
import dev.postern.secmaster.model.UpdateSubscriptionOrderResponse;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The rules of orders for subscribed resources. */
@Singleton
class SubscriptionService {

    private static final String PREPAID = "PREPAID";
    private static final String POSTPAID = "POSTPAID";
    private static final List<String> EDITIONS =
        List.of("secmaster.basic", "secmaster.standard", "secmaster.professional");

    private static final DateTimeFormatter MINUTE =
        DateTimeFormatter.ofPattern("yyMMddHHmm").withZone(ZoneOffset.UTC);

    private final SubscriptionRepository repository;
    private final Ids ids;
    private final Clock clock;

    SubscriptionService(SubscriptionRepository repository, Ids ids, Clock clock) {
        this.repository = repository;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Changes all resources of an order, or none: refused with 400 or 404 where one breaks a rule, answered as failed
     * where one is locked.
     */
    @Transactional
    UpdateSubscriptionOrderResponse order(String projectId, UpdateSubscriptionOrderReq order) {
        String scene = order.getScene().getValue().toUpperCase(Locale.ROOT);
        String operation = order.getOperateType().getValue().toUpperCase(Locale.ROOT);
        List<Object> tags = order.getTagList() == null
            ? null : new ArrayList<>(Shapes.all(order.getTagList(), Map.class));
        List<UpdateProduct> products = order.getProductList() == null ? List.of() : order.getProductList();
        List<Subscription> changed = new ArrayList<>();
        Set<String> named = new HashSet<>();
        boolean locked = false;
        for (int i = 0; i < products.size(); i++) {
            String place = "product_list[" + i + "].";
            UpdateProduct product = products.get(i);
            Subscription present = repository.findByResourceIdAndProjectIdForUpdate(product.getResourceId(), projectId)
                .orElseThrow(() -> new ApiException(ErrorCode.SECMASTER_0404, product.getResourceId()));
            require(named.add(product.getResourceId()), place + "resource_id");
            require(present.billingMode().equals(scene), "scene");
            changed.add(changed(place, present, product, operation, tags));
            locked |= present.locked();
        }
        if (!locked) {
            changed.forEach(repository::update);
        }
        return new UpdateSubscriptionOrderResponse()
            .orderId(scene.equals(PREPAID) ? orderId() : null)
            .orderStatus(locked ? OrderStatus.FAILED : OrderStatus.SUCCEEDED);
    }

    /** As in the vendor's example: the minute and five characters. */
    private String orderId() {
        return "CS" + MINUTE.format(clock.instant()) + ids.next().substring(0, 5).toUpperCase(Locale.ROOT);
    }

    private static Subscription changed(String place, Subscription present, UpdateProduct product, String operation,
                                        List<Object> tags) {
        String spec = product.getResourceSpecCode();
        int size = product.getResourceSize() == null ? present.resourceSize() : product.getResourceSize();
        String billing = present.billingMode();
        require(EDITIONS.contains(spec), place + "resource_spec_code");
        switch (operation) {
            case "UPGRADE" -> {
                require(EDITIONS.indexOf(spec) >= EDITIONS.indexOf(present.resourceSpecCode()), place + "resource_spec_code");
                require(size >= present.used(), place + "resource_size");
            }
            case "ADDITION" -> {
                require(spec.equals(present.resourceSpecCode()), place + "resource_spec_code");
                require(size > present.resourceSize(), place + "resource_size");
            }
            case "DECREASE" -> {
                require(spec.equals(present.resourceSpecCode()), place + "resource_spec_code");
                require(size < present.resourceSize() && size >= present.used(), place + "resource_size");
            }
            default -> {
                // From pay per use to yearly or monthly: the rest stays, and there is no way back.
                require(billing.equals(POSTPAID), "operate_type");
                require(spec.equals(present.resourceSpecCode()), place + "resource_spec_code");
                require(size == present.resourceSize(), place + "resource_size");
                billing = PREPAID;
            }
        }
        return new Subscription(present.resourceId(), present.projectId(),
            product.getResourceType() == null ? present.resourceType() : product.getResourceType(),
            spec, size, present.used(), billing, present.locked(), tags == null ? present.tags() : tags);
    }

    private static void require(boolean holds, String name) {
        if (!holds) {
            throw Dialect.SECMASTER.invalidField(name, "");
        }
    }
}
