package dev.postern.ids;

import dev.postern.settings.CurrentSettings;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Random;
import java.util.UUID;

/** What everything that is generated comes from: a secure source or, once there is a seed, the seed. */
@Singleton
public class IdSource {

    private final CurrentSettings settings;
    private final IdCounterRepository counter;
    private final SecureRandom secure = new SecureRandom();

    IdSource(CurrentSettings settings, IdCounterRepository counter) {
        this.settings = settings;
        this.counter = counter;
    }

    /** Keeps others from drawing until the transaction ends, where there is a seed. */
    public void reserve() {
        if (settings.get().idSeed() != null) {
            counter.lock();
        }
    }

    /** A UUID of version 4. */
    public UUID nextUuid() {
        Long seed = settings.get().idSeed();
        if (seed == null) {
            return UUID.randomUUID();
        }
        ByteBuffer bytes = ByteBuffer.wrap(draw(seed));
        return new UUID(bytes.getLong() & ~0xF000L | 0x4000L, bytes.getLong() & ~(3L << 62) | 2L << 62);
    }

    /** Something to draw a secret from, for one secret. */
    public Random nextRandom() {
        Long seed = settings.get().idSeed();
        return seed == null ? secure : new Random(ByteBuffer.wrap(draw(seed)).getLong());
    }

    /** The next number of the sequence that the seed stands for; a transaction that fails gives it back. */
    @Transactional
    byte[] draw(long seed) {
        counter.advance();
        return digest(seed + ":" + counter.drawn());
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
