package dev.postern.apig.domain;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/**
 * An SSL certificate.
 *
 * @param details what is shown of it, as JSON text
 */
@MappedEntity("certificate")
public record Certificate(
    @Id String id,
    String details) {
}
