package dev.postern.control;

import dev.postern.control.model.State;
import io.micronaut.core.order.Ordered;

/** The part of the state that one family keeps; parts are restored in their order, which follows the references. */
public interface StatePart extends Ordered {

    /** Orders of parts: what refers to something comes after it. */
    int SETTINGS = -20;
    int IDENTITY = -10;
    int GATEWAYS = 0;
    int IN_GATEWAYS = 10;
    int BOUND_TO_APPS = 15;
    int APIS = 20;
    int BOUND_TO_APIS = 30;

    /** Removes all that the family keeps and that does not go with a gateway. */
    default void clear() {
    }

    /** Keeps what the state has for this family; the database holds nothing else of it. */
    void restore(State state, Places places);

    /** Adds what this family keeps to the state. */
    void save(State state);
}
