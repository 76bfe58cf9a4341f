package dev.postern.conformance.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postern.conformance.Json;
import dev.postern.conformance.cases.Case;
import dev.postern.conformance.cases.Expectation;
import dev.postern.conformance.cases.Generated;
import dev.postern.conformance.run.CaseResult;
import dev.postern.conformance.run.Exchange;
import java.util.Locale;

/** Writes one case: what was sent, expected and received. */
final class CaseHtml {

    /** A failure is shown in full; derived cases differ from their base in one place, which their name tells. */
    private static final int LONGEST = 3500;
    private static final int LONGEST_DERIVED = 900;
    private static final int LONGEST_FAILED = 20_000;

    private final Html html;
    private int longest;

    CaseHtml(Html html) {
        this.html = html;
    }

    void write(CaseResult result) {
        Case about = result.about();
        longest = result.failed() ? LONGEST_FAILED : about.derived() ? LONGEST_DERIVED : LONGEST;
        String look = result.failed() ? "bad" : result.passed() ? "good" : "skip";
        String origin = about.derived() ? "derived" : about.origin().name().toLowerCase(Locale.ROOT);
        html.raw("<details class=\"case " + look + " " + origin + "\"" + (result.failed() ? " open" : "") + "><summary>")
                .text(about.name()).raw(" <small>")
                .text(about.derived() ? "derived · " : "").text(result.millis() + " ms").raw("</small></summary>");
        if (about.why() != null) {
            html.element("p", "", about.why());
        }
        if (result.skipped() != null) {
            html.element("p", "", "Skipped: " + result.skipped());
        }
        if (result.failed()) {
            html.raw("<ul class=\"problems\">");
            result.problems().forEach(problem -> html.element("li", "", problem));
            html.raw("</ul>");
        }
        if (about.seed() != null && about.origin() == Case.Origin.WRITTEN && result.skipped() == null) {
            html.raw("<details class=\"seed\"><summary>State before</summary>")
                    .element("pre", "", shorten(Json.yaml(about.seed()))).raw("</details>");
        }
        result.played().forEach(this::step);
        html.raw("</details>");
    }

    private void step(CaseResult.Played played) {
        Exchange exchange = played.exchange();
        html.raw("<div class=\"step\">");
        if (played.step().name() != null) {
            html.element("h5", "", played.step().name());
        }
        html.raw("<div><h6>Sent</h6>").element("pre", "", sent(exchange)).raw("</div>");
        html.raw("<div><h6>Expected</h6>").element("pre", "", expected(played)).raw("</div>");
        html.raw("<div><h6>Received</h6>").element("pre", "", received(exchange)).raw("</div></div>");
    }

    private String sent(Exchange exchange) {
        StringBuilder text = new StringBuilder(exchange.method()).append(' ').append(exchange.target()).append('\n');
        exchange.headers().forEach((name, value) -> text.append(name).append(": ").append(value).append('\n'));
        if (exchange.sent() != null) {
            JsonNode json = exchange.sentJson();
            text.append('\n').append(json.isMissingNode() ? exchange.sent() : Json.pretty(json));
        }
        if (exchange.paddedTo() != null) {
            text.append("\n… and spaces, up to ").append(exchange.paddedTo()).append(" bytes");
        }
        return shorten(text.toString());
    }

    private String expected(CaseResult.Played played) {
        Expectation expect = played.step().expect();
        StringBuilder text = new StringBuilder().append(expect.status()).append('\n');
        if (expect.example() != null) {
            text.append("example ").append(expect.example()).append('\n');
        }
        if (played.expected() != null) {
            text.append('\n').append(Json.pretty(played.expected())).append('\n');
        }
        for (Generated value : expect.generated()) {
            text.append('\n').append(value.pointer()).append(": generated");
            if (value.shape() != null) {
                text.append(", like ").append(value.shape());
            }
            if (value.sameAs() != null) {
                text.append(", the same as ").append(value.sameAs());
            }
        }
        expect.has().forEach(has -> text.append('\n').append(text(has)));
        expect.sent().forEach(has -> text.append("\nrequest ").append(text(has)));
        expect.state().forEach(has -> text.append("\nstate ").append(text(has)));
        if (expect.mustNotChange()) {
            text.append("\nstate unchanged");
        }
        return shorten(text.toString());
    }

    private static String text(Expectation.Has has) {
        return has.path() + (has.absent() ? " absent" : has.count() != null
                ? " with " + has.count() + " elements" : " = " + has.value());
    }

    private String received(Exchange exchange) {
        StringBuilder text = new StringBuilder().append(exchange.status()).append('\n');
        if (exchange.contentType() != null) {
            text.append("content-type: ").append(exchange.contentType()).append('\n');
        }
        JsonNode json = exchange.answerJson();
        return shorten(text.append('\n').append(json.isMissingNode() ? exchange.answer() : Json.pretty(json)).toString());
    }

    private String shorten(String text) {
        return text.length() <= longest
                ? text : text.substring(0, longest) + "\n… " + (text.length() - longest) + " characters more";
    }
}
