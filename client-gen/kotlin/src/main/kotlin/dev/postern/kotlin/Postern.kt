package dev.postern.kotlin

import okhttp3.Call
import okhttp3.HttpUrl.Companion.toHttpUrlOrNull
import okhttp3.OkHttpClient
import kotlin.time.toJavaDuration

/**
 * What the generated APIs are made with: `Postern(endpoint, credentials).api(::GatewayApi)`.
 *
 * @param endpoint where the server is, e.g. `http://localhost:8080`
 * @param credentials who calls
 * @param settings how often and how long to try
 * @param http a client with another proxy, TLS or interceptors
 * @throws IllegalArgumentException if the endpoint is none
 */
class Postern(
    endpoint: String,
    credentials: Credentials,
    settings: Settings = Settings(),
    http: OkHttpClient = OkHttpClient(),
) {
    private val endpoint: String = endpointOf(endpoint)
    private val http: OkHttpClient = http.newBuilder()
        .followRedirects(false)
        .connectTimeout(settings.connectTimeout.toJavaDuration())
        .readTimeout(settings.timeout.toJavaDuration())
        .writeTimeout(settings.timeout.toJavaDuration())
        .addInterceptor(Sender(credentials, settings))
        .build()

    /** One of the generated APIs, of whatever description. */
    fun <A> api(constructor: (String, Call.Factory) -> A): A = constructor(endpoint, http)

    override fun toString(): String = "Postern at $endpoint"
}

/** The generated code takes anything and finds out later. */
private fun endpointOf(text: String): String {
    val url = text.toHttpUrlOrNull()
    require(url != null && url.query == null && url.fragment == null && url.username.isEmpty()) {
        "Not an endpoint such as http://localhost:8080: $text"
    }
    return text.trimEnd('/')
}
