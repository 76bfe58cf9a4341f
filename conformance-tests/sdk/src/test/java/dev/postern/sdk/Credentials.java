package dev.postern.sdk;

import com.huaweicloud.sdk.core.auth.ICredential;
import com.huaweicloud.sdk.core.http.HttpClient;
import com.huaweicloud.sdk.core.http.HttpRequest;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The two ways in which callers of the SDK prove who they are. */
final class Credentials {

    private static final String TOKEN = "X-Auth-Token";
    private static final DateTimeFormatter DATE =
        DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private Credentials() {
    }

    /**
     * The SDK's own: every request is signed.
     *
     * @param moment when, where the server's clock stands still; else null, and the SDK takes the present
     */
    static ICredential accessKey(String project, String key, String secret, Instant moment) {
        return (moment == null ? new com.huaweicloud.sdk.core.auth.BasicCredentials()
            : new BasicCredentials("X-Sdk-Date", DATE.format(moment))).withAk(key).withSk(secret).withProjectId(project);
    }

    /** A token in the header, which the SDK leaves to its users. */
    static ICredential token(String project, String token) {
        // The SDK insists on an access key; it is not used.
        return new BasicCredentials(TOKEN, token).withAk("none").withSk("none").withProjectId(project);
    }

    /** The SDK takes no credentials of another name. */
    private static final class BasicCredentials extends com.huaweicloud.sdk.core.auth.BasicCredentials {

        private final String header;
        private final String value;

        BasicCredentials(String header, String value) {
            this.header = header;
            this.value = value;
        }

        @Override
        public HttpRequest syncProcessAuthRequest(HttpRequest request, HttpClient client) {
            HttpRequest.HttpRequestBuilder proven = request.builder().addHeader(header, value);
            return header.equals(TOKEN) ? proven.addAutoFilledPathParam("project_id", getProjectId()).build()
                : super.syncProcessAuthRequest(proven.build(), client);
        }

        @Override
        public BasicCredentials deepClone() {
            return this;
        }
    }
}
