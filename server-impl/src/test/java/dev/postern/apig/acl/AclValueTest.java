package dev.postern.apig.acl;

import dev.postern.apig.model.AclEntityType;
import dev.postern.error.ApiException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** What the lists of access control policies may hold. */
class AclValueTest {

    private static final String ID = "73d69ae0cfcf460190522d06b60f05ad";

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "255.255.255.255", "10.0.0.1,10.0.0.2", "10.0.0.1-10.0.0.9", "10.0.0.9-10.0.1.1",
        "10.0.0.7-10.0.0.7", "0.0.0.0/0", "10.0.0.0/8", "10.1.2.3/8", "10.1.2.3/32", "10.0.0.0/8,10.0.0.1"})
    void addresses(String value) {
        assertDoesNotThrow(() -> AclValue.check(AclEntityType.IP, value));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "10.0.0.1,", "10.0.0", "10.0.0.256", "10.0.0.01", "10.0.0.1/33", "10.0.0.1/", "10.0.0.1/-1",
        "10.0.0.2-10.0.0.1", "10.0.0.1-", "10.0.0.1-10.0.0.2/8", " 10.0.0.1", "10.0.0.1, 10.0.0.2", "::1", "a", "-10.0.0.1"})
    void noAddresses(String value) {
        assertEquals("APIG.2011", refused(AclEntityType.IP, value));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = {"10.0.0.1,10.0.0.1", "10.0.0.1,10.0.0.1/32", "10.0.0.1/8,10.0.0.2/8",
        "10.0.0.0/24,10.0.0.0-10.0.0.255", "10.0.0.1-10.0.0.1,1.1.1.1,10.0.0.1"})
    void oneAddressTwice(String value) {
        assertEquals("APIG.3332", refused(AclEntityType.IP, value));
    }

    @ParameterizedTest
    @MethodSource
    void accounts(AclEntityType type, String value) {
        assertDoesNotThrow(() -> AclValue.check(type, value));
    }

    static Stream<Object[]> accounts() {
        return Stream.of(
            new Object[] {AclEntityType.IP, numbers(100, "10.0.0.")},
            new Object[] {AclEntityType.DOMAIN, "a"},
            new Object[] {AclEntityType.DOMAIN, "a".repeat(64)},
            new Object[] {AclEntityType.DOMAIN, "hwc_1,op-svc.2,1a"},
            new Object[] {AclEntityType.DOMAIN, "~".repeat(63) + ("," + "a".repeat(63)).repeat(15) + "a"},
            new Object[] {AclEntityType.DOMAIN_ID, ID},
            new Object[] {AclEntityType.DOMAIN_ID, ID + "," + ID.toUpperCase()});
    }

    @ParameterizedTest
    @MethodSource
    void noAccounts(AclEntityType type, String value) {
        assertEquals("APIG.2011", refused(type, value));
    }

    static Stream<Object[]> noAccounts() {
        return Stream.of(
            new Object[] {AclEntityType.IP, numbers(101, "10.0.0.")},
            new Object[] {AclEntityType.DOMAIN, ""},
            new Object[] {AclEntityType.DOMAIN, "12345"},
            new Object[] {AclEntityType.DOMAIN, "a,12345"},
            new Object[] {AclEntityType.DOMAIN, "a,,b"},
            new Object[] {AclEntityType.DOMAIN, "a b"},
            new Object[] {AclEntityType.DOMAIN, "帐号"},
            new Object[] {AclEntityType.DOMAIN, "a".repeat(65)},
            new Object[] {AclEntityType.DOMAIN, "a".repeat(64) + ("," + "a".repeat(63)).repeat(15) + "a"},
            new Object[] {AclEntityType.DOMAIN_ID, ID + "a"},
            new Object[] {AclEntityType.DOMAIN_ID, ID.substring(1)},
            new Object[] {AclEntityType.DOMAIN_ID, ID.replace('7', '-')},
            new Object[] {AclEntityType.DOMAIN_ID, String.join(",", Collections.nCopies(32, ID))});
    }

    private static String numbers(int many, String before) {
        return IntStream.range(0, many).mapToObj(i -> before + i).collect(Collectors.joining(","));
    }

    private static String refused(AclEntityType type, String value) {
        return assertThrows(ApiException.class, () -> AclValue.check(type, value)).body().errorCode();
    }
}
