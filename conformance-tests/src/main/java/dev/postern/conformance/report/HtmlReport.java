package dev.postern.conformance.report;

import dev.postern.conformance.Json;
import dev.postern.conformance.Result;
import dev.postern.conformance.description.Operation;
import dev.postern.conformance.gate.Finding;
import dev.postern.conformance.run.CaseResult;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Writes a run as one page for people: what the server does, at a glance and then in full. */
public final class HtmlReport {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private final Result result;
    private final Html html = new Html();
    private final Map<String, List<CaseResult>> cells = new LinkedHashMap<>();

    public HtmlReport(Result result) {
        this.result = result;
        for (CaseResult each : result.cases()) {
            cells.computeIfAbsent(cell(each.about().operation(), each.about().first().expect().status()),
                    key -> new ArrayList<>()).add(each);
        }
    }

    private static String cell(Operation operation, int status) {
        return operation.id() + "-" + status;
    }

    public String html() {
        html.raw("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">")
                .raw("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">")
                .element("title", "", "Contract · " + result.options().label())
                .raw("<style>").raw(asset("report.css")).raw("</style></head><body>");
        head();
        matrix();
        gate();
        skipped();
        html.raw("<section><h2>Every case</h2>")
                .raw("<p class=\"tools\"><input id=\"find\" type=\"search\" placeholder=\"Find a case\" aria-label=\"Find a case\">")
                .raw("<label><input id=\"failed\" type=\"checkbox\"> failed only</label>")
                .raw("<label><input id=\"derived\" type=\"checkbox\" checked> derived too</label></p>");
        result.descriptions().operations().parallelStream().map(this::operation).toList().forEach(html::raw);
        html.raw("</section><script>").raw(asset("report.js")).raw("</script></body></html>\n");
        return html.toString();
    }

    private static String asset(String name) {
        return Json.text(HtmlReport.class.getClassLoader(), "report/" + name);
    }

    private void head() {
        boolean good = result.good();
        html.raw("<header><h1>Contract report</h1><p class=\"verdict ").raw(good ? "good" : "bad").raw("\">")
                .text(verdict()).raw("</p><p class=\"about\">")
                .text(result.options().label() + " · " + result.options().endpoint() + " · "
                        + MINUTE.format(result.at()) + " · offers "
                        + (result.options().offers().isEmpty() ? "nothing beside the API" : String.join(", ", result.options().offers())))
                .raw("</p><ul class=\"tiles\">");
        tile(result.passed().size(), result.cases().size() - result.skipped().size(), "cases passed");
        for (Finding.What what : Finding.What.values()) {
            List<Finding> of = result.findings().stream().filter(f -> f.what() == what).toList();
            tile((int) of.stream().filter(f -> f.seen() != null).count(), of.size(), what.title());
        }
        html.raw("</ul></header>");
    }

    private String verdict() {
        if (result.good()) {
            return result.complete() ? "As described" : "As described, as far as it was asked";
        }
        List<String> parts = new ArrayList<>();
        if (!result.failed().isEmpty()) {
            parts.add(count(result.failed().size(), "case") + " failed");
        }
        if (!result.objections().isEmpty()) {
            parts.add(count(result.objections().size(), "objection") + " of the gate");
        }
        return String.join(", ", parts);
    }

    private static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    private void tile(int part, int of, String title) {
        html.raw("<li class=\"").raw(part == of ? "good" : "short").raw("\"><b>").text(part).raw("</b><span>of ")
                .text(of + " " + title).raw("</span></li>");
    }

    private void matrix() {
        TreeSet<Integer> statuses = new TreeSet<>();
        result.descriptions().operations().forEach(operation -> statuses.addAll(operation.answers().keySet()));
        html.raw("<section><h2>Operations and statuses</h2><p class=\"legend\">Each cell counts the cases that expect the ")
                .raw("status; it leads to what was sent, expected and received. <i class=\"good\">all passed</i> ")
                .raw("<i class=\"bad\">some failed</i> <i class=\"skip\">skipped</i> <i class=\"short\">documented, no case</i></p>")
                .raw("<div class=\"scroll\"><table><thead><tr><th scope=\"col\">Operation</th>");
        statuses.forEach(status -> html.element("th", "scope=\"col\"", status));
        html.raw("</tr></thead>");
        String family = null;
        for (Operation operation : result.descriptions().operations()) {
            if (!operation.family().equals(family)) {
                html.raw(family == null ? "<tbody>" : "</tbody><tbody>").raw("<tr class=\"family\"><th colspan=\"")
                        .text(statuses.size() + 1).raw("\">").text(operation.family() + " · " + operation.description().title())
                        .raw("</th></tr>");
                family = operation.family();
            }
            html.raw("<tr><th scope=\"row\"><a href=\"#").text(operation.id()).raw("\">").text(operation.id())
                    .raw("</a> <small>").text(operation.method()).raw("</small></th>");
            statuses.forEach(status -> cell(operation, status, html));
            html.raw("</tr>");
        }
        html.raw("</tbody></table></div></section>");
    }

    private void cell(Operation operation, int status, Html html) {
        List<CaseResult> cases = cells.getOrDefault(cell(operation, status), List.of());
        boolean documented = operation.answers().containsKey(status);
        if (cases.isEmpty()) {
            html.raw(documented ? "<td class=\"" + (excused(operation, status) ? "skip" : "short") + "\">–</td>" : "<td></td>");
            return;
        }
        long failed = cases.stream().filter(CaseResult::failed).count();
        long ran = cases.stream().filter(c -> c.skipped() == null).count();
        String look = failed > 0 ? "bad" : ran == 0 ? "skip" : "good";
        html.raw("<td class=\"" + look + "\"><a href=\"#").text(cell(operation, status)).raw("\">")
                .text(failed > 0 ? ran - failed + "/" + ran : ran == 0 ? "skip" : String.valueOf(ran)).raw("</a></td>");
    }

    private boolean excused(Operation operation, int status) {
        return result.findings().stream().anyMatch(f -> f.what() == Finding.What.STATUS && f.excused() != null
                && f.operation().equals(operation.id()) && f.name().equals(String.valueOf(status)));
    }

    private void gate() {
        html.raw("<section><h2>Gate</h2>");
        if (!result.complete()) {
            html.raw("<p>Not every case ran, so what is missing below is not held against the server.</p>");
        }
        list("Objections", result.objections(), true);
        if (!result.complete()) {
            list("Not seen", result.findings().stream().filter(Finding::missing)
                    .map(f -> f + " (" + f.what().title() + ")").toList(), false);
        }
        list("Declared exceptions", result.findings().stream().filter(f -> f.excused() != null && f.seen() == null)
                .map(f -> f + " – " + f.excused()).toList(), false);
        html.raw("</section>");
    }

    private void skipped() {
        List<CaseResult> skipped = result.skipped();
        if (!skipped.isEmpty()) {
            html.raw("<section><h2>Skipped</h2>");
            list(count(skipped.size(), "case") + " that the target offers too little for",
                    skipped.stream().map(c -> c.about().id() + " – " + c.skipped()).toList(), false);
            html.raw("</section>");
        }
    }

    private void list(String title, List<String> entries, boolean open) {
        if (entries.isEmpty()) {
            html.raw("<p class=\"none\">").text(title + ": none.").raw("</p>");
            return;
        }
        html.raw(open ? "<details open>" : "<details>").element("summary", "", title + " (" + entries.size() + ")").raw("<ul>");
        entries.forEach(entry -> html.element("li", "", entry));
        html.raw("</ul></details>");
    }

    private String operation(Operation operation) {
        Html html = new Html();
        CaseHtml cases = new CaseHtml(html);
        html.raw("<article id=\"").text(operation.id()).raw("\"><h3>").text(operation.id()).raw(" <small>")
                .text(operation.method() + " " + operation.path()).raw("</small></h3><p>").text(operation.summary()).raw("</p>");
        TreeSet<Integer> statuses = new TreeSet<>(operation.answers().keySet());
        result.cases().stream().filter(c -> c.about().operation().equals(operation))
                .forEach(c -> statuses.add(c.about().first().expect().status()));
        for (int status : statuses) {
            List<CaseResult> of = cells.getOrDefault(cell(operation, status), List.of());
            if (!of.isEmpty()) {
                html.raw("<section id=\"").text(cell(operation, status)).raw("\"><h4>").text(status).raw("</h4>");
                of.forEach(cases::write);
                html.raw("</section>");
            }
        }
        return html.raw("</article>").toString();
    }
}
