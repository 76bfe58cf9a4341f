package dev.postern.iam;

import dev.postern.identity.Domain;
import dev.postern.identity.Project;

/**
 * What a token is for.
 *
 * @param project null where it is for a domain
 * @param domain the project's, where there is one
 */
record Scope(Project project, Domain domain) {
}
