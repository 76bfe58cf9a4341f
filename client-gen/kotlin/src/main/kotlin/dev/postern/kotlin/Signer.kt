package dev.postern.kotlin

import okhttp3.Request
import java.net.URLDecoder
import java.net.URLEncoder
import java.security.MessageDigest
import java.time.Instant
import java.time.ZoneOffset
import java.time.format.DateTimeFormatter
import java.util.HexFormat
import javax.crypto.Mac
import javax.crypto.spec.SecretKeySpec

private const val ALGORITHM = "SDK-HMAC-SHA256"
private val DATE = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC)

/** Signs requests with SDK-HMAC-SHA256. */
internal class Signer(private val accessKey: String, private val secretKey: String, private val projectId: String?) {

    /** The headers to send with a request, but Host, which is always sent. */
    fun sign(request: Request, body: ByteArray, now: Instant): Map<String, String> {
        val url = request.url
        val date = DATE.format(now)
        val headers = sortedMapOf("host" to url.hostHeader(), "x-sdk-date" to date)
        request.header("Content-Type")?.let { headers["content-type"] = it.trim() }
        projectId?.let { headers["x-project-id"] = it }
        val names = headers.keys.joinToString(";")
        val canonical = listOf(
            request.method,
            canonicalPath(url.encodedPath),
            canonicalQuery(url.encodedQuery),
            headers.entries.joinToString("") { "${it.key}:${it.value}\n" },
            names,
            sha256(body),
        ).joinToString("\n")
        val signature = hmac("$ALGORITHM\n$date\n${sha256(canonical.encodeToByteArray())}")
        return buildMap {
            put("X-Sdk-Date", date)
            projectId?.let { put("X-Project-Id", it) }
            put("Authorization", "$ALGORITHM Access=$accessKey, SignedHeaders=$names, Signature=$signature")
        }
    }

    override fun toString(): String = "the access key $accessKey"

    private fun hmac(text: String): String {
        val mac = Mac.getInstance("HmacSHA256")
        mac.init(SecretKeySpec(secretKey.encodeToByteArray(), "HmacSHA256"))
        return HexFormat.of().formatHex(mac.doFinal(text.encodeToByteArray()))
    }
}

/** As OkHttp sends it: without the port that the scheme has anyway. */
private fun okhttp3.HttpUrl.hostHeader(): String {
    val name = if (':' in host) "[$host]" else host
    return if (port == okhttp3.HttpUrl.defaultPort(scheme)) name else "$name:$port"
}

private fun canonicalPath(path: String): String =
    decoded(path.replace("+", "%2B")).split("/").joinToString("/", transform = ::encoded).removeSuffix("/") + "/"

private fun canonicalQuery(query: String?): String = query.orEmpty().split("&").filter { it.isNotEmpty() }
    .map { encoded(decoded(it.substringBefore("="))) to encoded(decoded(it.substringAfter("=", ""))) }
    .sortedWith(compareBy({ it.first }, { it.second }))
    .joinToString("&") { "${it.first}=${it.second}" }

private fun encoded(text: String): String =
    URLEncoder.encode(text, Charsets.UTF_8).replace("+", "%20").replace("*", "%2A").replace("%7E", "~")

private fun decoded(text: String): String = URLDecoder.decode(text, Charsets.UTF_8)

private fun sha256(bytes: ByteArray): String =
    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
