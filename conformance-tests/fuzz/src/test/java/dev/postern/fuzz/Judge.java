package dev.postern.fuzz;

import dev.postern.conformance.run.AnswerCheck;
import dev.postern.conformance.run.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what no answer may be, whatever was asked. */
final class Judge {

    /** Words of the server's insides, which no caller should read. */
    private static final Pattern INSIDES =
            Pattern.compile("Exception|dev\\.postern|java\\.|io\\.micronaut|org\\.(h2|postgresql)|jdbc:|\\tat ");

    private static final AnswerCheck CHECK = new AnswerCheck(Server.DESCRIPTIONS);

    private Judge() {
    }

    /** What is wrong with the answer: a failure of the server, a status or a body that nobody described, its insides. */
    static List<String> problems(Exchange exchange) {
        List<String> problems = new ArrayList<>();
        if (exchange.status() >= 500) {
            problems.add("status " + exchange.status() + ": " + exchange.answer());
        }
        CHECK.problems(exchange).forEach(problem -> problems.add(problem + " in " + exchange.status() + " " + shorten(exchange.answer())));
        Matcher insides = INSIDES.matcher(exchange.answer());
        if (!exchange.succeeded() && insides.find()) {
            problems.add("tells of " + insides.group() + ": " + shorten(exchange.answer()));
        }
        return problems;
    }

    /** A request and its answer in a few lines. */
    static String told(Exchange exchange) {
        return exchange.method() + " " + shorten(exchange.target())
                + (exchange.sent() == null ? "" : " " + shorten(exchange.sent()))
                + " → " + exchange.status() + " " + shorten(exchange.answer());
    }

    static String shorten(String text) {
        return text.length() <= 500 ? text : text.substring(0, 400) + "… (" + text.length() + ")";
    }
}
