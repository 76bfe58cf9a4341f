package dev.postern.apig.group;

/** What a new API group comes with, by the family that keeps it. */
public interface GroupEquipment {

    /** Adds it to a group that was just made. */
    void equip(ApiGroup group);
}
