package dev.postern.kotlin

import com.fasterxml.jackson.databind.ObjectMapper
import okhttp3.Request
import okhttp3.RequestBody.Companion.toRequestBody
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.TestFactory
import java.io.File
import java.time.Instant

/** Signatures are those of the vendor's signer. */
class SignerTest {

    @TestFactory
    fun `signatures are those of the vendor`(): List<DynamicTest> =
        ObjectMapper().readTree(File(TestServers["SIGNATURES"])).map { vector ->
            val text = { name: String -> vector[name].asText() }
            DynamicTest.dynamicTest(text("name")) {
                val request = Request.Builder().url(text("url"))
                    .method(text("method"), text("body").takeIf { text("method") != "GET" }?.toRequestBody())
                vector["headers"]["Content-Type"]?.let { request.header("Content-Type", it.asText()) }
                val project = vector["headers"]["X-Project-Id"]?.asText()
                val expected = mapOf("X-Sdk-Date" to text("date"), "Authorization" to text("authorization")) +
                    listOfNotNull(project?.let { "X-Project-Id" to it })
                assertEquals(expected, Signer(text("access_key"), text("secret_key"), project)
                    .sign(request.build(), text("body").encodeToByteArray(), Instant.parse("2024-04-16T09:53:41Z")))
            }
        }
}
