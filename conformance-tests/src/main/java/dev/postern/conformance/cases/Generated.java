package dev.postern.conformance.cases;

/**
 * A value that the server makes up, so that it is compared by its shape.
 *
 * @param pointer where it is
 * @param part the piece of a documented text that is made up, where not all of it is
 * @param shape the name of a shape in shapes.yaml, or a regular expression
 * @param name what to call the value in later requests and in {@code sameAs}
 * @param sameAs the name of a value that this one must equal
 * @param differsFrom the name of a value that this one must not equal
 */
public record Generated(
        String pointer, String part, String shape, String name, String sameAs, String differsFrom) {}
