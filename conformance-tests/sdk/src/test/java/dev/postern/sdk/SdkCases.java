package dev.postern.sdk;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The calls of the vendor's SDK: one or more for each operation that is served, each with its documented answer. */
final class SdkCases {

    private SdkCases() {
    }

    static List<SdkCase> all() {
        return Stream.of(
            AclCases.all(),
            CredentialCases.all(),
            DomainCases.all(),
            GatewayCases.all(),
            MonitoringCases.all(),
            PluginCases.all(),
            SignatureCases.all(),
            ThrottleCases.all()).flatMap(Collection::stream).toList();
    }
}
