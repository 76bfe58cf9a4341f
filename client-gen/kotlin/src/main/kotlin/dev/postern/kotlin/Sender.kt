package dev.postern.kotlin

import okhttp3.Interceptor
import okhttp3.Request
import okhttp3.RequestBody.Companion.toRequestBody
import okhttp3.Response
import okio.Buffer
import kotlin.math.pow
import kotlin.random.Random
import kotlin.time.Duration
import kotlin.time.Duration.Companion.minutes
import kotlin.time.Duration.Companion.seconds

/** A server that asks for more is not waited for. */
private val LONGEST_WAIT = 1.minutes

private val USER_AGENT = Sender::class.java.getResource("user-agent")!!.readText()

/** Proves who sends, sends again what the server was too busy for, and gives what the server refuses a type. */
internal class Sender(private val credentials: Credentials, private val settings: Settings) : Interceptor {

    override fun intercept(chain: Interceptor.Chain): Response {
        val body = chain.request().body?.let { sent -> Buffer().also(sent::writeTo).readByteArray() }
        for (attempt in 1..Int.MAX_VALUE) {
            val response = chain.proceed(proven(chain.request(), body))
            if (response.isSuccessful) {
                return response
            }
            val delay = delay(response, attempt)
            if (response.code !in setOf(429, 503) || attempt >= settings.attempts || delay > LONGEST_WAIT) {
                throw PosternException(response)
            }
            response.close()
            Thread.sleep(delay.inWholeMilliseconds)
        }
        error("never reached")
    }

    private fun proven(request: Request, body: ByteArray?): Request {
        val builder = request.newBuilder()
        request.body?.contentType()?.let { builder.header("Content-Type", it.toString()) }
        if (request.header("User-Agent") == null) {
            builder.header("User-Agent", USER_AGENT)
        }
        builder.method(request.method, body?.toRequestBody(request.body?.contentType()))
        credentials.proof(builder.build(), body ?: ByteArray(0)).forEach { (name, value) -> builder.header(name, value) }
        return builder.build()
    }

    /** Between half of it and all of it, so that not all clients come back at once. */
    private fun delay(response: Response, attempt: Int): Duration =
        response.header("Retry-After")?.toIntOrNull()?.takeIf { it >= 0 }?.seconds
            ?: (minOf(settings.firstDelay * 2.0.pow(attempt - 1), LONGEST_WAIT) * Random.nextDouble(0.5, 1.0))
}
