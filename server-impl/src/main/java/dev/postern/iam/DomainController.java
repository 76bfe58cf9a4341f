package dev.postern.iam;

import dev.postern.iam.api.DomainApi;
import dev.postern.iam.model.DomainResult;
import dev.postern.iam.model.KeystoneListAuthDomainsResponse;
import dev.postern.iam.model.LinksSelf;
import dev.postern.identity.Caller;
import dev.postern.identity.Callers;
import dev.postern.identity.Domain;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

import java.util.List;

/** Domains. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class DomainController implements DomainApi {

    private final Directory directory;
    private final Callers callers;
    private final Addresses addresses;

    DomainController(Directory directory, Callers callers, Addresses addresses) {
        this.directory = directory;
        this.callers = callers;
        this.addresses = addresses;
    }

    @Override
    public KeystoneListAuthDomainsResponse keystoneListAuthDomains() {
        return new KeystoneListAuthDomainsResponse()
            .links(new LinksSelf().self(addresses.here()))
            .domains(domains(callers.current()).stream().map(domain -> new DomainResult()
                .id(domain.id()).name(domain.name())
                .description(domain.description() == null ? "" : domain.description()).enabled(true)
                .links(addresses.linkTo("/v3/domains/" + domain.id()))).toList());
    }

    private List<Domain> domains(Caller caller) {
        return directory.domainsOf(caller.user());
    }
}
