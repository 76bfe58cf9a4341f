package dev.postern.iam;

import dev.postern.iam.model.TokenCatalog;
import dev.postern.iam.model.TokenCatalogEndpoint;
import dev.postern.iam.model.TokenResult;
import dev.postern.iam.model.TokenResultDomain;
import dev.postern.iam.model.TokenResultProject;
import dev.postern.iam.model.TokenResultUser;
import dev.postern.iam.model.TokenRole;
import dev.postern.identity.Domain;
import dev.postern.identity.Project;
import dev.postern.identity.ProjectRepository;
import dev.postern.identity.Token;
import dev.postern.identity.User;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import java.util.List;

/** What is shown of a token. */
@Singleton
class TokenView {

    private static final String EVERYWHERE = "*";
    /** The ids that the vendor's example has. */
    private static final String SERVICE_ID = "1331e5cff2a74d76b03da12259bb9fd0";
    private static final String ENDPOINT_ID = "089d4a381d574308a703122d3ae738e9";

    private final Directory directory;
    private final ProjectRepository projects;
    private final TokenService service;
    private final Addresses addresses;

    TokenView(Directory directory, ProjectRepository projects, TokenService service, Addresses addresses) {
        this.directory = directory;
        this.projects = projects;
        this.service = service;
        this.addresses = addresses;
    }

    /** All that a token says of itself. */
    @Transactional
    TokenResult of(Token token, boolean withoutCatalog) {
        TokenResult result = new TokenResult()
            .methods(List.of(token.method()))
            .issuedAt(Times.of(token.issuedAt()))
            .expiresAt(token.expiresAt() == null ? null : Times.of(token.expiresAt()));
        TokenResultDomain domain = domain(token.domainId(), token.domainName());
        if (token.userId() != null || directory.isOpen()) {
            User user = service.holder(token);
            result.user(new TokenResultUser().id(user.id()).name(user.name()).passwordExpiresAt("")
                .domain(user.domainId().equals(domain.getId()) ? domain : domain(user.domainId(), null)))
                .roles(List.of(new TokenRole().id("0").name(user.role())));
        }
        if (token.projectId() == null) {
            result.domain(domain);
        } else {
            result.project(new TokenResultProject().id(token.projectId()).name(projects.findById(token.projectId())
                .map(Project::name).orElse(token.projectName() == null ? token.projectId() : token.projectName()))
                .domain(domain));
        }
        return withoutCatalog ? result : result.catalog(List.of(catalog()));
    }

    private TokenResultDomain domain(String id, String name) {
        Domain domain = directory.domain(id, name).orElse(new Domain(id, name, null));
        return new TokenResultDomain().id(domain.id()).name(domain.name());
    }

    private TokenCatalog catalog() {
        return new TokenCatalog().id(SERVICE_ID).name("iam").type("identity")
            .endpoints(List.of(new TokenCatalogEndpoint().id(ENDPOINT_ID)._interface("public").region(EVERYWHERE)
                .regionId(EVERYWHERE).url(addresses.of("/v3"))));
    }
}
