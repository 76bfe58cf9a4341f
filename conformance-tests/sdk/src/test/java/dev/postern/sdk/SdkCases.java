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
            ConfigurationCases.all(),
            CertificateCases.all(),
            CredentialCases.all(),
            DefinitionCases.all(),
            AuthorizationCases.all(),
            CredentialCases.all(),
            CredentialQuotaCases.all(),
            DomainCases.all(),
            EnvironmentCases.all(),
            GatewayCases.all(),
            GroupCases.all(),
            MonitoringCases.all(),
            PluginCases.all(),
            ResponseCases.all(),
            ThrottleCases.all(),
            VariableCases.all()).flatMap(Collection::stream).toList();
            FeatureCases.all(),
            GatewayCases.all(),
            GatewayTagCases.all(),
            MonitoringCases.all(),
            PluginCases.all(),
            ResourceCases.all(),
            SignatureCases.all(),
            ThrottleCases.all()).flatMap(Collection::stream).toList();
    }
}
