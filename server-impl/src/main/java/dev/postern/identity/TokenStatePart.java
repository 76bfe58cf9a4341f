package dev.postern.identity;

import dev.postern.control.Places;
import dev.postern.control.StatePart;
import dev.postern.control.model.State;
import dev.postern.control.model.TokenState;
import dev.postern.data.Shapes;
import jakarta.inject.Singleton;

/** The tokens of the state. */
@Singleton
class TokenStatePart implements StatePart {

    private final TokenRepository repository;

    TokenStatePart(TokenRepository repository) {
        this.repository = repository;
    }

    @Override
    public void clear() {
        repository.deleteAll();
    }

    @Override
    public void restore(State state, Places places) {
        Places.each("tokens", state.getTokens(), (place, token) -> {
            places.define(place + ".token", "token", null, token.getToken());
            repository.save(new Token(token.getToken(), token.getProjectId()));
        });
    }

    @Override
    public void save(State state) {
        state.setTokens(Places.orNull(repository.findAll(), row -> Shapes.as(row, TokenState.class)));
    }
}
