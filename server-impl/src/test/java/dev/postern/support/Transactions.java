package dev.postern.support;

import io.micronaut.transaction.TransactionOperations;

import java.sql.Connection;
import java.util.function.Function;

/** Does on a test server what an operation would do, in a transaction. */
public final class Transactions {

    private Transactions() {
    }

    @SuppressWarnings("unchecked")
    public static <T> T in(TestServer server, Function<Connection, T> action) {
        TransactionOperations<Connection> transactions = server.bean(TransactionOperations.class);
        return transactions.executeWrite(status -> action.apply(status.getConnection()));
    }
}
