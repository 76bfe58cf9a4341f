package dev.postern.kotlin

import com.fasterxml.jackson.core.JsonProcessingException
import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.ObjectMapper
import okhttp3.Response
import java.io.IOException

private val JSON = ObjectMapper()

/**
 * A call that was refused by the server, or by something between. Where nothing answered, it is another [IOException].
 *
 * @property status the HTTP status
 * @property body the answer as it came
 */
class PosternException internal constructor(val status: Int, val body: String, requestId: String? = null, call: String = "") :
    IOException("$call failed with: $status - $body".trim()) {

    internal constructor(response: Response) : this(
        response.code,
        response.use { it.body.string() },
        response.header("X-Request-Id"),
        "${response.request.method} ${response.request.url.encodedPath}",
    )

    /** The code of the error, e.g. `APIC.7302`; null where something else than the server answered. */
    val errorCode: String?

    /** What is wrong in the words of the server; null where something else answered. */
    val errorMsg: String?

    /** The id by which the operator finds the request; null where the answer has none. */
    val requestId: String?

    init {
        val json = tree(body)
        val iam = json.path("error")
        errorCode = json.path("error_code").asText(iam.path("code").asText(null))
        errorMsg = json.path("error_msg").asText(iam.path("message").asText(null))
        this.requestId = requestId ?: json.path("request_id").asText(null)
    }

    /** Whether the credentials are missing or wrong. */
    val isUnauthenticated: Boolean get() = status == 401

    /** Whether the caller may not do this. */
    val isForbidden: Boolean get() = status == 403

    /** Whether there is no such thing. */
    val isNotFound: Boolean get() = status == 404

    /** Whether what there is stands against it. */
    val isConflict: Boolean get() = status == 409
}

private fun tree(body: String): JsonNode = try {
    JSON.readTree(body)
} catch (_: JsonProcessingException) {
    JSON.missingNode()
}
