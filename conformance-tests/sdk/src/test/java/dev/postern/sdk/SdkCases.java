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
            AuthorizationCases.all(),
            CertificateCases.all(),
            ConfigurationCases.all(),
            CredentialCases.all(),
            CredentialQuotaCases.all(),
            DefinitionCases.all(),
            DomainCases.all(),
            EnvironmentCases.all(),
            FeatureCases.all(),
            GatewayCases.all(),
            GatewayTagCases.all(),
            GroupCases.all(),
            MonitoringCases.all(),
            PluginCases.all(),
            ResourceCases.all(),
            ResponseCases.all(),
            SignatureCases.all(),
            ThrottleCases.all(),
            VariableCases.all()).flatMap(Collection::stream).toList();
    }
}
