package dev.postern.apig.gateway;

import dev.postern.apig.model.InstanceStatus;
import dev.postern.apig.model.InstanceStatusId;
import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;
import dev.postern.time.Transitions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.Arrays;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What a gateway is doing at each moment. */
class LifecycleTest {

    private static final long START = 1_000_000_000L;
    private static final Transitions.Time SHORT = new Transitions.Time(Duration.ofNanos(400), null);

    @ParameterizedTest
    @CsvSource({"-1,Creating", "0,Creating", "99,Creating", "100,Installing", "199,Installing", "200,Initing",
        "300,Registering", "399,Registering", "400,Running", "5000,Running"})
    void goesThroughItsCreation(long past, String status) {
        Gateway gateway = gateway();
        Lifecycle.begin(gateway, Lifecycle.CREATE, START, SHORT);
        assertEquals(status, Lifecycle.status(gateway, START + past));
    }

    @Test
    void isThereAtOnceWhenItTakesNoTime() {
        Gateway gateway = gateway();
        Lifecycle.begin(gateway, Lifecycle.CREATE, START, new Transitions.Time(Duration.ZERO, null));
        assertEquals("Running", Lifecycle.status(gateway, START));
    }

    @Test
    void hasItsNewEditionWhenTheResizeEnds() {
        Gateway gateway = gateway();
        Lifecycle.begin(gateway, Lifecycle.RESIZE, START, SHORT);
        gateway.transitionSpec = "ENTERPRISE";
        assertEquals("BASIC", Lifecycle.spec(gateway, START + 399));
        assertEquals("Resizing", Lifecycle.status(gateway, START + 399));
        assertEquals("ENTERPRISE", Lifecycle.spec(gateway, START + 400));
        Lifecycle.begin(gateway, Lifecycle.DELETE, START + 500, SHORT);
        assertEquals("ENTERPRISE", gateway.spec, "the next transition keeps it");
    }

    @Test
    void isGoneWhenTheDeletionEnds() {
        Gateway gateway = gateway();
        Lifecycle.begin(gateway, Lifecycle.DELETE, START, SHORT);
        assertFalse(Lifecycle.isGone(gateway, START + 399));
        assertEquals("Deleting", Lifecycle.status(gateway, START + 399));
        assertTrue(Lifecycle.isGone(gateway, START + 400));
    }

    @Test
    void countsTheSameStatusesUnderTheSameNames() {
        assertEquals(Arrays.stream(InstanceStatus.values()).map(Enum::name).toList(),
            Arrays.stream(InstanceStatusId.values()).map(Enum::name).toList());
        assertEquals(37, InstanceStatus.values().length);
        assertEquals(6, InstanceStatusId.valueOf(InstanceStatus.fromValue("Running").name()).getValue());
        assertEquals(44, InstanceStatusId.valueOf(InstanceStatus.fromValue("ResizeTimeout").name()).getValue());
    }

    @ParameterizedTest
    @CsvSource({"BASIC,PROFESSIONAL,true", "BASIC,PLATINUM_X8,true", "PLATINUM_X2,PLATINUM_X3,true",
        "BASIC_IPV6,PLATINUM_IPV6,true", "ENTERPRISE,PROFESSIONAL,false", "BASIC,BASIC,false",
        "BASIC,PROFESSIONAL_IPV6,false", "BASIC_IPV6,PLATINUM,false", "PLATINUM_X8,PLATINUM_X7,false"})
    void growsInTheOrderOfEditions(String from, String to, boolean grows) {
        assertEquals(grows, Edition.grows(from, to));
    }

    @ParameterizedTest
    @CsvSource({",,22:00:00,02:00:00", "06:00:00,,06:00:00,10:00:00", ",02:00:00,22:00:00,02:00:00",
        "18:00:00,22:00:00,18:00:00,22:00:00", "22:00:00,02:00:00,22:00:00,02:00:00"})
    void completesTheMaintenanceWindow(String begin, String end, String expectedBegin, String expectedEnd) {
        assertEquals(new MaintenanceWindow(expectedBegin, expectedEnd), MaintenanceWindow.of(begin, end));
    }

    @ParameterizedTest
    @CsvSource({"23:00:00,,APIC_7235", ",03:00:00,APIC_7235", "02:00:00,10:00:00,APIC_7230",
        "02:00:00,02:00:00,APIC_7230"})
    void refusesOtherMaintenanceWindows(String begin, String end, ErrorCode code) {
        assertEquals(code, assertThrows(ApiException.class, () -> MaintenanceWindow.of(begin, end)).code());
    }

    private static Gateway gateway() {
        Gateway gateway = new Gateway();
        gateway.status = "Running";
        gateway.spec = "BASIC";
        return gateway;
    }
}
