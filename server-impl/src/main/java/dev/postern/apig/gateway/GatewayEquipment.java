package dev.postern.apig.gateway;

/** What a new gateway comes with, by the family that keeps it. */
public interface GatewayEquipment {

    /** Adds it to a gateway that was just made. */
    void equip(String instanceId);
}
