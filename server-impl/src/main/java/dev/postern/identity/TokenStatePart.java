package dev.postern.identity;

import dev.postern.control.Places;
import dev.postern.control.StatePart;
import dev.postern.control.model.State;
import dev.postern.control.model.TokenState;
import dev.postern.data.Moments;
import dev.postern.data.Shapes;
import jakarta.inject.Singleton;

import java.time.Clock;

/** The tokens of the state. */
@Singleton
class TokenStatePart implements StatePart {

    private final TokenRepository repository;
    private final Clock clock;

    TokenStatePart(TokenRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    @Override
    public void clear() {
        repository.deleteAll();
    }

    @Override
    public void restore(State state, Places places) {
        Places.each("tokens", state.getTokens(), (place, token) -> {
            if ((token.getToken() == null) == (token.getTokenHash() == null)) {
                throw Places.refused(place, "one of token and token_hash is needed, and not both");
            }
            if (token.getProjectId() == null && token.getDomainId() == null) {
                throw Places.refused(place, "project_id or domain_id is needed");
            }
            String hash = token.getToken() == null ? token.getTokenHash() : Tokens.hash(token.getToken());
            places.define(place + (token.getToken() == null ? ".token_hash" : ".token"), "token", null,
                token.getToken() == null ? hash : token.getToken());
            if (repository.existsById(hash)) {
                throw Places.refused(place, "there is another token with this hash");
            }
            if (token.getUserId() != null) {
                places.require(place + ".user_id", "user", null, token.getUserId());
            }
            repository.save(row(hash, token));
        });
    }

    @Override
    public void save(State state) {
        state.setTokens(Places.orNull(repository.findAllOrderByTokenHash(), row -> Shapes.as(row, TokenState.class)));
    }

    private Token row(String hash, TokenState token) {
        return new Token(hash, token.getProjectId(), token.getDomainId(), token.getUserId(), token.getUserName(),
            token.getProjectName(), token.getDomainName(), token.getMethod().getValue(),
            Moments.orNow(token.getIssuedAt(), clock),
            token.getExpiresAt() == null ? null : token.getExpiresAt().toInstant());
    }
}
