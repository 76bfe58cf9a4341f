package dev.postern.secmaster.subscription;

import dev.postern.control.Places;
import dev.postern.control.StatePart;
import dev.postern.control.model.State;
import dev.postern.control.model.SubscriptionState;
import dev.postern.data.Shapes;
import jakarta.inject.Singleton;

import java.util.ArrayList;
import java.util.Map;

/** The subscribed resources of the state. */
@Singleton
class SubscriptionStatePart implements StatePart {

    private final SubscriptionRepository repository;

    SubscriptionStatePart(SubscriptionRepository repository) {
        this.repository = repository;
    }

    @Override
    public void clear() {
        repository.deleteAll();
    }

    @Override
    public void restore(State state, Places places) {
        Places.each("subscriptions", state.getSubscriptions(), (place, subscription) -> {
            places.define(place + ".resource_id", "subscription", null, subscription.getResourceId());
            if (subscription.getUsed() > subscription.getResourceSize()) {
                throw Places.refused(place + ".used", "it is more than resource_size");
            }
            repository.save(new Subscription(subscription.getResourceId(), subscription.getProjectId(),
                subscription.getResourceType(), subscription.getResourceSpecCode().getValue(),
                subscription.getResourceSize(), subscription.getUsed(), subscription.getBillingMode().getValue(),
                subscription.getLocked(), subscription.getTags() == null
                    ? null : new ArrayList<>(Shapes.all(subscription.getTags(), Map.class))));
        });
    }

    @Override
    public void save(State state) {
        state.setSubscriptions(Places.orNull(repository.findAllOrderByResourceId(),
            row -> Shapes.as(row, SubscriptionState.class)));
    }
}
