package dev.postern.kotlin

import com.sun.net.httpserver.HttpServer
import dev.postern.kotlin.apig.api.GatewayApi
import dev.postern.kotlin.apig.model.InstanceStatus
import dev.postern.kotlin.apig.model.InstanceStatusId
import dev.postern.kotlin.wire.api.WireApi
import dev.postern.kotlin.wire.model.ThingKind
import dev.postern.kotlin.wire.model.ThingState
import org.junit.jupiter.api.Assertions.assertArrayEquals
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.ValueSource
import java.io.File
import java.io.IOException
import java.net.InetAddress
import java.net.InetSocketAddress
import java.time.LocalDate
import java.time.OffsetDateTime
import java.util.UUID
import kotlin.time.Duration.Companion.milliseconds
import kotlin.time.Duration.Companion.minutes

/** Values at the edges, files, a busy server and answers of others. */
class WireTest {

    private val quick = Settings(firstDelay = 10.milliseconds)

    @Test
    fun `values at the edges come and go as they are`() {
        val thing = wire().showThing("1")
        assertEquals("网关 ½ 🙂", thing.name)
        assertEquals(ThingKind.SEVENTH, thing.kind)
        assertEquals(ThingState.UN_REGISTER_FAILED, thing.state)
        assertNull(thing.note)
        assertNull(thing.remark)
        assertEquals(9007199254740993L, thing.big)
        assertEquals(Long.MAX_VALUE, thing.biggest)
        assertEquals(0.5, thing.ratio)
        assertEquals(OffsetDateTime.parse("2020-08-03T12:25:52.257957Z"), thing.created)
        assertEquals(LocalDate.of(2024, 2, 29), thing.day)
        assertEquals(emptyList<String>(), thing.tags)
        assertNull(thing.labels)
        assertEquals(thing, wire().updateThing("1", thing))
    }

    @Test
    fun `what a newer server knows does not make it fail`() {
        val thing = wire().showThing("newer")
        assertEquals(ThingKind.UNKNOWN_DEFAULT_OPEN_API, thing.kind)
        assertEquals(ThingState.UNKNOWN_DEFAULT_OPEN_API, thing.state)
        val gateway = Postern(TestServers["WIRE_ENDPOINT"], Credentials.Token("t")).api(::GatewayApi)
            .showDetailsOfInstanceV2("p", "g")
        assertEquals("newer", gateway.instanceName)
        assertEquals(InstanceStatus.UNKNOWN_DEFAULT_OPEN_API, gateway.status)
        assertEquals(InstanceStatusId.UNKNOWN_DEFAULT_OPEN_API, gateway.instanceStatus)
        assertEquals(9007199254740993L, gateway.createTime)
    }

    @Test
    fun `files come and go byte by byte`(@TempDir folder: File) {
        val bytes = ByteArray(256) { it.toByte() }
        assertArrayEquals(bytes, wire().downloadFile().readBytes())
        val file = folder.resolve("each byte.bin")
        file.writeBytes(bytes)
        val upload = wire().uploadFile(file, "grüße 网")
        assertEquals(256L, upload.propertySize)
        assertEquals("each byte.bin", upload.fileName)
        // The server tells what it got byte by byte.
        assertEquals("grüße 网", upload.groupId!!.toByteArray(Charsets.ISO_8859_1).toString(Charsets.UTF_8))
    }

    @ParameterizedTest
    @ValueSource(ints = [429, 503])
    fun `what the server was too busy for is sent again`(status: Int) {
        assertEquals(3, wire().showBusyThing(UUID.randomUUID().toString(), 2, status).attempts)

        val refusal = assertThrows(PosternException::class.java) {
            wire(quick.copy(attempts = 1)).showBusyThing(UUID.randomUUID().toString(), 2, status)
        }
        assertEquals(status, refusal.status)
        assertEquals("WIRE.$status", refusal.errorCode)

        val key = UUID.randomUUID().toString()
        assertThrows(PosternException::class.java) { wire(quick.copy(attempts = 2)).showBusyThing(key, 2, status) }
        assertEquals(3, wire().showBusyThing(key, 2, status).attempts)
    }

    @Test
    fun `other refusals are not sent again`() {
        val key = UUID.randomUUID().toString()
        assertThrows(PosternException::class.java) { wire().showBusyThing(key, 9, 500) }
        assertThrows(PosternException::class.java) { wire().showBusyThing(key, 9, 409) }
        assertEquals(3, wire().showBusyThing(key, 2, 500).attempts)
    }

    @Test
    fun `a request is sent again when the server asks for it`() {
        val patient = Settings(firstDelay = 1.minutes)
        for ((seconds, attempts) in listOf("0" to 4, "3600" to 1)) {
            answering(429, "{}", seconds) { endpoint, requests ->
                assertThrows(PosternException::class.java) { wire(patient, endpoint).downloadFile() }
                assertEquals(attempts, requests.size)
            }
        }
    }

    @Test
    fun `what something else answers is an error all the same`() {
        for (body in listOf("", "null", "<html>Bad gateway</html>", "{\"message\": \"no route\"}", "[]")) {
            val refusal = answered(502, body)
            assertEquals(502, refusal.status)
            assertNull(refusal.errorCode, body)
            assertNull(refusal.errorMsg, body)
            assertEquals(body, refusal.body)
        }
        assertEquals("r", answered(404, "{\"error_code\": \"c\", \"error_msg\": \"网\", \"request_id\": \"r\"}").requestId)
        assertEquals("elsewhere", answered(302, "elsewhere").body)
        assertThrows(IOException::class.java) { wire(endpoint = "http://localhost:1").downloadFile() }
    }

    @Test
    fun `requests say from whom they are and go below the path of the endpoint`() {
        answering(200, "{}") { endpoint, requests ->
            wire(endpoint = "$endpoint/proxy//").showBusyThing("k", 1, 1)
            val (uri, agent) = requests.single()
            assertEquals("/proxy/wire/busy?key=k&times=1&status=1", uri)
            assertTrue(agent.matches(Regex("postern-client-kotlin/[0-9].*")), agent)
        }
    }

    private fun answered(status: Int, body: String): PosternException = answering(status, body) { endpoint, _ ->
        assertThrows(PosternException::class.java) { wire(endpoint = endpoint).downloadFile() }
    }

    private fun <R> answering(
        status: Int,
        body: String,
        retryAfter: String = "",
        test: (String, List<Pair<String, String>>) -> R,
    ): R {
        val requests = mutableListOf<Pair<String, String>>()
        val server = HttpServer.create(InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0)
        server.createContext("/") { exchange ->
            requests += exchange.requestURI.toString() to exchange.requestHeaders.getFirst("User-Agent")
            exchange.responseHeaders["Content-Type"] = "application/json"
            exchange.responseHeaders["Retry-After"] = retryAfter
            exchange.responseHeaders["Location"] = "http://localhost:1/"
            exchange.sendResponseHeaders(status, 0)
            exchange.responseBody.use { it.write(body.encodeToByteArray()) }
        }
        server.start()
        try {
            return test("http://localhost:${server.address.port}", requests)
        } finally {
            server.stop(0)
        }
    }

    private fun wire(settings: Settings = quick, endpoint: String = TestServers["WIRE_ENDPOINT"]): WireApi =
        Postern(endpoint, Credentials.AccessKey("a", "s"), settings).api(::WireApi)
}
