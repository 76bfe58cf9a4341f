package dev.postern.apig.acl;

import dev.postern.apig.model.AclEntityType;
import dev.postern.error.ApiException;
import dev.postern.error.Dialect;
import dev.postern.error.ErrorCode;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an access control policy may list. */
final class AclValue {

    private static final int MOST_ADDRESSES = 100;
    private static final int LONGEST = 1024;

    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final String ADDRESS = "(" + OCTET + "(?:\\." + OCTET + "){3})";
    private static final Pattern ADDRESSES = Pattern.compile(ADDRESS + "(?:-" + ADDRESS + "|/(\\d|[12]\\d|3[0-2]))?");

    private static final Pattern ACCOUNT_NAME = Pattern.compile("(?!\\d+$)[\\x21-\\x7e&&[^,]]{1,64}");
    private static final Pattern ACCOUNT_ID = Pattern.compile("[0-9A-Za-z]{32}");

    private AclValue() {
    }

    /** Refuses with 400 APIG.2011 what does not fit the type, with 400 APIG.3332 an address that is named twice. */
    static void check(AclEntityType type, String value) {
        List<String> entries = List.of(value.split(",", -1));
        switch (type) {
            case IP -> checkAddresses(entries);
            case DOMAIN -> checkAll(entries, ACCOUNT_NAME, value);
            case DOMAIN_ID -> checkAll(entries, ACCOUNT_ID, value);
        }
    }

    private static void checkAll(List<String> entries, Pattern pattern, String value) {
        if (value.length() > LONGEST || !entries.stream().allMatch(entry -> pattern.matcher(entry).matches())) {
            throw invalid();
        }
    }

    private static void checkAddresses(List<String> entries) {
        List<Range> ranges = entries.stream().map(AclValue::range).toList();
        if (ranges.size() > MOST_ADDRESSES) {
            throw invalid();
        }
        Set<Range> seen = new HashSet<>();
        if (!ranges.stream().allMatch(seen::add)) {
            throw new ApiException(ErrorCode.APIG_3332);
        }
    }

    private static Range range(String entry) {
        Matcher parts = ADDRESSES.matcher(entry);
        if (!parts.matches()) {
            throw invalid();
        }
        long first = number(parts.group(1));
        if (parts.group(2) != null) {
            long last = number(parts.group(2));
            if (last < first) {
                throw invalid();
            }
            return new Range(first, last);
        }
        long size = parts.group(3) == null ? 1 : 1L << (32 - Integer.parseInt(parts.group(3)));
        return new Range(first & -size, (first & -size) + size - 1);
    }

    private static long number(String address) {
        long number = 0;
        for (String octet : address.split("\\.")) {
            number = number << 8 | Integer.parseInt(octet);
        }
        return number;
    }

    private static ApiException invalid() {
        return Dialect.APIG.invalidField("acl_value", "it does not fit entity_type");
    }

    private record Range(long first, long last) {
    }
}
