package dev.postern.fuzz;

import dev.postern.conformance.cases.Case;
import dev.postern.conformance.cases.CaseLoader;
import dev.postern.conformance.derive.Deriver;
import dev.postern.conformance.description.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Requests that succeed, from the contract kit: what bad ones are made of. */
final class Bases {

    private static final CaseLoader LOADER = new CaseLoader(Server.DESCRIPTIONS, Server.class.getClassLoader());
    private static final List<Case> WRITTEN = LOADER.load();
    private static final Map<Operation, Case> FIRST = first();

    private Bases() {
    }

    /** For each operation that has one, a case that succeeds. */
    static Map<Operation, Case> all() {
        return FIRST;
    }

    /** Every case of an operation that succeeds, with the state that it begins from. */
    static List<Case> of(Operation operation) {
        return WRITTEN.stream().filter(each -> each.operation().equals(operation) && each.faults().isEmpty())
                .filter(each -> each.first().expect().status() / 100 == 2 && each.first().request().text() == null).toList();
    }

    private static Map<Operation, Case> first() {
        Map<Operation, Case> found = new LinkedHashMap<>();
        LOADER.files().forEach((id, file) -> {
            Operation operation = Server.DESCRIPTIONS.operation(id);
            Case base = Deriver.base(operation, file.derive().base(), WRITTEN);
            if (base != null) {
                found.put(operation, base);
            }
        });
        return found;
    }
}
