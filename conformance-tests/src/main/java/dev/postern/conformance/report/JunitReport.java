package dev.postern.conformance.report;

import dev.postern.conformance.Result;
import dev.postern.conformance.description.Operation;
import dev.postern.conformance.run.CaseResult;
import java.util.List;
import java.util.Locale;

/** Writes a run as JUnit XML: a suite for every operation and one for the gate. */
public final class JunitReport {

    private JunitReport() {}

    public static String xml(Result result) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append("<testsuites name=\"").append(escape("contract " + result.options().label())).append("\">\n");
        for (Operation operation : result.descriptions().operations()) {
            List<CaseResult> cases =
                    result.cases().stream().filter(c -> c.about().operation().equals(operation)).toList();
            if (!cases.isEmpty()) {
                suite(xml, result, operation.id(), cases);
            }
        }
        gate(xml, result);
        return xml.append("</testsuites>\n").toString();
    }

    private static void suite(StringBuilder xml, Result result, String name, List<CaseResult> cases) {
        xml.append(String.format(Locale.ROOT,
                "  <testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"0\" skipped=\"%d\" time=\"%.3f\" timestamp=\"%s\">%n",
                escape(name), cases.size(), cases.stream().filter(CaseResult::failed).count(),
                cases.stream().filter(c -> c.skipped() != null).count(),
                cases.stream().mapToLong(CaseResult::millis).sum() / 1000.0, result.at()));
        for (CaseResult each : cases) {
            xml.append(String.format(Locale.ROOT, "    <testcase classname=\"%s\" name=\"%s\" time=\"%.3f\">",
                    escape(name), escape(each.about().name()), each.millis() / 1000.0));
            if (each.skipped() != null) {
                xml.append("<skipped message=\"").append(escape(each.skipped())).append("\"/>");
            } else if (each.failed()) {
                failure(xml, each.problems().get(0), String.join("\n", each.problems()));
            }
            xml.append("</testcase>\n");
        }
        xml.append("  </testsuite>\n");
    }

    private static void gate(StringBuilder xml, Result result) {
        List<String> objections = result.objections();
        String state = result.complete() ? "" : "<skipped message=\"not every case ran\"/>";
        xml.append(String.format("  <testsuite name=\"gate\" tests=\"1\" failures=\"%d\" errors=\"0\" skipped=\"%d\">%n",
                objections.isEmpty() ? 0 : 1, objections.isEmpty() && !result.complete() ? 1 : 0));
        xml.append("    <testcase classname=\"gate\" name=\"everything documented has a case\">");
        if (objections.isEmpty()) {
            xml.append(state);
        } else {
            failure(xml, objections.size() + " objections", String.join("\n", objections));
        }
        xml.append("</testcase>\n  </testsuite>\n");
    }

    private static void failure(StringBuilder xml, String message, String text) {
        xml.append("<failure message=\"").append(escape(message)).append("\">").append(escape(text)).append("</failure>");
    }

    private static String escape(String text) {
        return text.replaceAll("[^\\t\\n\\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "\uFFFD")
                .replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
                .replace("\n", "&#10;");
    }
}
