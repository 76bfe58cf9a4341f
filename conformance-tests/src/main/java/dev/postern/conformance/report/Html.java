package dev.postern.conformance.report;

/** A little help to write HTML that cannot be broken by what it shows. */
final class Html {

    private final StringBuilder out = new StringBuilder();

    /** Markup as it stands. */
    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    /** Text, escaped. */
    Html text(Object text) {
        out.append(escape(String.valueOf(text)));
        return this;
    }

    /** An element that holds nothing but text. */
    Html element(String name, String attributes, Object text) {
        return raw("<" + name + (attributes.isEmpty() ? "" : " " + attributes) + ">").text(text).raw("</" + name + ">");
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
