package dev.postern.apig.certificate;

import dev.postern.error.ApiException;
import dev.postern.error.ErrorCode;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * One thing in a PEM text.
 *
 * @param label what it is, e.g. {@code CERTIFICATE}
 * @param content what stands between its first and its last line
 */
record Pem(String label, String content) {

    private static final String BEGIN = "-----BEGIN ";
    private static final String DASHES = "-----";
    /** More than any certificate, and less than a column keeps. */
    private static final int LONGEST = 1_000_000;

    /** All that a text holds; what stands around it is passed over. */
    static List<Pem> all(String text) {
        if (text.length() > LONGEST) {
            throw unreadable();
        }
        List<Pem> found = new ArrayList<>();
        int begin = text.indexOf(BEGIN);
        while (begin >= 0) {
            int label = begin + BEGIN.length();
            int content = text.indexOf(DASHES, label);
            String end = content < 0 ? null : DASHES + "END " + text.substring(label, content) + DASHES;
            int until = end == null ? -1 : text.indexOf(end, content);
            if (until < 0) {
                throw unreadable();
            }
            found.add(new Pem(text.substring(label, content), text.substring(content + DASHES.length(), until)));
            begin = text.indexOf(BEGIN, until + end.length());
        }
        if (found.isEmpty()) {
            throw unreadable();
        }
        return found;
    }

    byte[] decoded() {
        try {
            return Base64.getDecoder().decode(content.replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
    }

    static ApiException unreadable() {
        return new ApiException(ErrorCode.APIG_2106);
    }
}
