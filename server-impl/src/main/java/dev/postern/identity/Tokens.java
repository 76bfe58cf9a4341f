package dev.postern.identity;

import dev.postern.data.Moments;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** The tokens: only their hashes are kept, so that nobody who reads the database can call with them. */
@Singleton
public class Tokens {

    /** How long a token is good. */
    public static final Duration LIFE = Duration.ofHours(24);
    private static final int BYTES = 96;

    private final TokenRepository repository;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Tokens(TokenRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** What is known of a token, be it expired. */
    @Transactional
    public Optional<Token> find(String token) {
        return repository.findById(hash(token));
    }

    /**
     * Makes a token that is good for 24 hours, or as long as the token that it was got with.
     *
     * @param facts all of the token but its hash and when it is issued
     */
    @Transactional
    public Issued issue(Token facts) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String text = "MII" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        repository.deleteExpired(Moments.toNanos(now.minus(LIFE)));
        return new Issued(text, repository.save(new Token(hash(text), facts.projectId(), facts.domainId(), facts.userId(),
            facts.userName(), facts.projectName(), facts.domainName(), facts.method(), now,
            facts.expiresAt() == null ? now.plus(LIFE) : facts.expiresAt())));
    }

    static String hash(String token) {
        return Signature.sha256(token.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A new token.
     *
     * @param text what its holder sends
     */
    public record Issued(String text, Token token) {
    }
}
