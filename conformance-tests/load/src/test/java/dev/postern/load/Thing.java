package dev.postern.load;

/**
 * Something that the server keeps, with what clients can tell apart.
 *
 * @param parent what it is in: the group of an API, the publication of a binding; empty where it is in nothing
 * @param value what updates write: the remark; the certificate of a domain name
 */
record Thing(Kind kind, String id, String parent, String name, String value) {

    Thing with(String newName, String newValue) {
        return new Thing(kind, id, parent, newName, newValue);
    }

    @Override
    public String toString() {
        return kind + " " + name + (value.isEmpty() ? "" : "=" + value) + (parent.isEmpty() ? "" : " of " + parent)
            + " [" + id + "]";
    }
}
