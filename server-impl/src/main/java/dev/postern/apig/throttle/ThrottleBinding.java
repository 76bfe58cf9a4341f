package dev.postern.apig.throttle;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** The binding of a request throttling policy to an API in an environment. */
@MappedEntity("throttle_binding")
public record ThrottleBinding(
    @Id String id,
    String instanceId,
    String throttleId,
    String publishId) {
}
