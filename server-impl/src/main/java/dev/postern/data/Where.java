package dev.postern.data;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** The condition of a statement that is written by hand, with the values of its question marks. */
public final class Where {

    private final StringBuilder text = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    /** What has to be true besides. */
    public Where and(String condition, Object... of) {
        text.append(text.isEmpty() ? " where " : " and ").append(condition);
        Collections.addAll(values, of);
        return this;
    }

    /** The same, where the caller gave a value for it. */
    public Where andIf(String condition, Object value) {
        return value == null ? this : and(condition, value);
    }

    /** The same, where a column has to be among those that a selection with a condition of its own finds. */
    public Where andIn(String column, String select, Where of) {
        return and(column + " in (" + select + of + ")", of.values.toArray());
    }

    /** As many question marks as there are values, of which there is one or more, in parentheses. */
    public static String marks(Collection<?> of) {
        return "(" + String.join(", ", Collections.nCopies(of.size(), "?")) + ")";
    }

    /** Gives a statement the values, and whatever else it takes after them. */
    public PreparedStatement bind(PreparedStatement statement, Object... more) throws SQLException {
        int index = 1;
        for (Object value : values) {
            statement.setObject(index++, value);
        }
        for (Object value : more) {
            statement.setObject(index++, value);
        }
        return statement;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
