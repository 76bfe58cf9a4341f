package dev.postern.control;

import dev.postern.control.model.GatewayState;
import dev.postern.control.model.State;

/** The part of the state that one family keeps inside each gateway. */
public interface GatewayPart extends StatePart {

    /**
     * Keeps what a gateway of the state has for this family.
     *
     * @param at the place of the gateway in the state
     */
    void restore(String at, GatewayState gateway, Places places);

    /** Adds what this family keeps in a gateway to its state. */
    void save(GatewayState gateway);

    @Override
    default void restore(State state, Places places) {
        Places.each("gateways", state.getGateways(), (at, gateway) -> restore(at, gateway, places));
    }

    @Override
    default void save(State state) {
        Places.each("gateways", state.getGateways(), (at, gateway) -> save(gateway));
    }
}
