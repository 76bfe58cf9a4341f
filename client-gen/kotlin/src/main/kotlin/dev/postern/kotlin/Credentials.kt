package dev.postern.kotlin

import dev.postern.kotlin.iam.api.TokenApi
import dev.postern.kotlin.iam.model.KeystoneCreateUserTokenByPasswordRequestBody
import dev.postern.kotlin.iam.model.TokenAuth
import dev.postern.kotlin.iam.model.TokenAuthDomain
import dev.postern.kotlin.iam.model.TokenAuthIdentity
import dev.postern.kotlin.iam.model.TokenAuthMethod
import dev.postern.kotlin.iam.model.TokenAuthPassword
import dev.postern.kotlin.iam.model.TokenAuthProject
import dev.postern.kotlin.iam.model.TokenAuthScope
import dev.postern.kotlin.iam.model.TokenAuthUser
import okhttp3.Request
import java.time.Instant

/** Who calls: the holder of a token or of an access key. Their secrets are never printed. */
sealed class Credentials {

    /** The headers that prove who sends a request with a body. */
    internal abstract fun proof(request: Request, body: ByteArray): Map<String, String>

    /** A token, sent as X-Auth-Token; [login] gets one. */
    class Token(token: String) : Credentials() {
        private val token = header(token, "a token")

        override fun proof(request: Request, body: ByteArray): Map<String, String> = mapOf("X-Auth-Token" to token)

        override fun toString(): String = "a token"
    }

    /**
     * An access key, with whose secret key each request is signed.
     *
     * @param projectId sent as X-Project-Id, if it is given
     */
    class AccessKey(accessKey: String, secretKey: String, projectId: String? = null) : Credentials() {
        private val signer = Signer(
            header(accessKey, "an access key"),
            present(secretKey, "a secret key"),
            projectId?.let { header(it, "the id of a project") },
        )

        override fun proof(request: Request, body: ByteArray): Map<String, String> =
            signer.sign(request, body, Instant.now())

        override fun toString(): String = signer.toString()
    }

    /** For asking who one is. */
    internal object Nobody : Credentials() {
        override fun proof(request: Request, body: ByteArray): Map<String, String> = emptyMap()

        override fun toString(): String = "no credentials"
    }

    companion object {

        /**
         * Gets a token for a user with a password; it is good for 24 hours.
         *
         * @param endpoint where the identity service is, e.g. `http://localhost:8080`
         * @param domain the name of the user's domain (account)
         * @param user the user's name
         * @param password the user's password
         * @param projectId the project that the token is for
         * @throws PosternException if it is refused
         */
        fun login(endpoint: String, domain: String, user: String, password: String, projectId: String): Token {
            val owner = TokenAuthUser(
                name = present(user, "the name of a user"),
                password = present(password, "the password of the user"),
                domain = TokenAuthDomain(name = present(domain, "the name of the user's domain")),
            )
            val identity = TokenAuthIdentity(listOf(TokenAuthMethod.PASSWORD), TokenAuthPassword(owner))
            val scope = TokenAuthScope(project = TokenAuthProject(id = present(projectId, "the id of a project")))
            val answer = Postern(endpoint, Nobody).api(::TokenApi).keystoneCreateUserTokenByPasswordWithHttpInfo(
                KeystoneCreateUserTokenByPasswordRequestBody(TokenAuth(identity, scope)), "true",
            )
            val token = answer.headers.entries.find { it.key.equals("X-Subject-Token", ignoreCase = true) }
            return Token(token?.value?.first() ?: throw PosternException(answer.statusCode, "no X-Subject-Token"))
        }

        private fun present(value: String, what: String): String {
            require(value.isNotEmpty()) { "Missing: $what" }
            return value
        }

        /** What cannot be sent would be named, and so printed, when it is. */
        private fun header(value: String, what: String): String {
            require(present(value, what).all { it in '!'..'~' }) { "Only visible ASCII characters can be in $what" }
            return value
        }
    }
}
