package dev.postern.http;

/**
 * Something in a request that the description does not allow.
 *
 * @param place the parameter, the path of the field, or what else is wrong
 * @param reason what is wrong with it
 */
public record Finding(String place, String reason) {
}
