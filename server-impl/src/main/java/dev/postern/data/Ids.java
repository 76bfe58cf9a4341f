package dev.postern.data;

import jakarta.inject.Singleton;

import java.util.UUID;

/** Makes the ids that the vendor would make: 32 hexadecimal digits. */
@Singleton
public class Ids {

    /** A new id. */
    public String next() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    /** A new id of a task. */
    public String nextJob() {
        return "JOB-" + next();
    }
}
