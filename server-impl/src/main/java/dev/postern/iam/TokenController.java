package dev.postern.iam;

import dev.postern.iam.api.TokenApi;
import dev.postern.iam.model.KeystoneCreateUserTokenByPasswordRequestBody;
import dev.postern.iam.model.KeystoneCreateUserTokenByPasswordResponse;
import dev.postern.iam.model.KeystoneValidateTokenResponse;
import dev.postern.identity.Callers;
import dev.postern.identity.Tokens;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Tokens. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class TokenController implements TokenApi {

    private final TokenService service;
    private final TokenView view;
    private final Callers callers;

    TokenController(TokenService service, TokenView view, Callers callers) {
        this.service = service;
        this.view = view;
        this.callers = callers;
    }

    @Override
    public KeystoneCreateUserTokenByPasswordResponse keystoneCreateUserTokenByPassword(
            KeystoneCreateUserTokenByPasswordRequestBody body, String nocatalog) {
        HttpRequest<?> request = ServerRequestContext.currentRequest().orElseThrow();
        Tokens.Issued issued = service.issue(body.getAuth(), request.getHeaders().get("X-Auth-Token"));
        SubjectTokenFilter.answer(request, issued.text());
        return new KeystoneCreateUserTokenByPasswordResponse().token(view.of(issued.token(), isSet(nocatalog)));
    }

    @Override
    public KeystoneValidateTokenResponse keystoneValidateToken(String subjectToken, String nocatalog) {
        KeystoneValidateTokenResponse answer = new KeystoneValidateTokenResponse()
            .token(view.of(service.show(subjectToken, callers.current()), isSet(nocatalog)));
        ServerRequestContext.currentRequest().ifPresent(request -> SubjectTokenFilter.answer(request, subjectToken));
        return answer;
    }

    private static boolean isSet(String nocatalog) {
        return nocatalog != null && !nocatalog.isEmpty();
    }
}
