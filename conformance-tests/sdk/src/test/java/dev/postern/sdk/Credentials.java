package dev.postern.sdk;

import com.huaweicloud.sdk.core.auth.ICredential;
import com.huaweicloud.sdk.core.http.HttpClient;
import com.huaweicloud.sdk.core.http.HttpRequest;

import java.util.concurrent.CompletableFuture;

/** The two ways in which callers of the SDK prove who they are. */
final class Credentials {

    private Credentials() {
    }

    /** The SDK's own: every request is signed. */
    static ICredential accessKey(String project) {
        return new com.huaweicloud.sdk.core.auth.BasicCredentials().withAk("access-key").withSk("secret-key").withProjectId(project);
    }

    /** A token in the header, which the SDK leaves to its users. */
    static ICredential token(String project) {
        return new BasicCredentials(project);
    }

    /** The SDK takes no credentials of another name. */
    private static final class BasicCredentials extends com.huaweicloud.sdk.core.auth.BasicCredentials {

        private final String project;

        BasicCredentials(String project) {
            this.project = project;
            // The SDK insists on an access key; it is not used.
            withAk("none").withSk("none").withProjectId(project);
        }

        @Override
        public CompletableFuture<HttpRequest> processAuthRequest(HttpRequest request, HttpClient client) {
            return CompletableFuture.completedFuture(syncProcessAuthRequest(request, client));
        }

        @Override
        public HttpRequest syncProcessAuthRequest(HttpRequest request, HttpClient client) {
            return request.builder()
                .addAutoFilledPathParam("project_id", project)
                .addHeader("X-Auth-Token", "token")
                .build();
        }

        @Override
        public BasicCredentials deepClone() {
            return this;
        }
    }
}
