package dev.postern.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.core.order.Ordered;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * Gives each request an id, which the answer and the log tell: the one it was sent with if that has 32 hexadecimal
 * digits, or one of its own.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
public class RequestId implements Ordered {

    /** The header of requests and answers. */
    public static final String HEADER = "X-Request-Id";

    private static final Logger LOG = LoggerFactory.getLogger("dev.postern.access");
    private static final Pattern SANE = Pattern.compile("[0-9a-fA-F]{32}");
    private static final String ID = "postern.request-id";
    private static final String START = "postern.start";

    /** The id of a request. */
    public static String of(HttpRequest<?> request) {
        return request.getAttribute(ID, String.class).orElseGet(() -> assign(request));
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @RequestFilter
    void before(HttpRequest<?> request) {
        assign(request);
        if (LOG.isDebugEnabled()) {
            request.setAttribute(START, System.nanoTime());
        }
    }

    /** The path is logged without its query, and no header is: there may be secrets in them. */
    @ResponseFilter
    void after(HttpRequest<?> request, MutableHttpResponse<?> response) {
        response.header(HEADER, of(request));
        if (LOG.isDebugEnabled()) {
            long start = request.getAttribute(START, Long.class).orElseGet(System::nanoTime);
            LOG.atDebug().setMessage("{} {} {}")
                .addArgument(request.getMethodName()).addArgument(request.getPath()).addArgument(response.code())
                .addKeyValue("method", request.getMethodName())
                .addKeyValue("path", request.getPath())
                .addKeyValue("status", response.code())
                .addKeyValue("micros", (System.nanoTime() - start) / 1000)
                .addKeyValue("request_id", of(request))
                .log();
        }
    }

    private static String assign(HttpRequest<?> request) {
        String sent = request.getHeaders().get(HEADER);
        String id = sent != null && SANE.matcher(sent).matches() ? sent : random();
        request.setAttribute(ID, id);
        return id;
    }

    static String random() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return digits(random.nextLong()) + digits(random.nextLong());
    }

    private static String digits(long number) {
        String digits = Long.toHexString(number);
        return "0".repeat(16 - digits.length()) + digits;
    }
}
