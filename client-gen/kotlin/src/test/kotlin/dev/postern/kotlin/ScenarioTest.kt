package dev.postern.kotlin

import dev.postern.kotlin.apig.api.GatewayApi
import dev.postern.kotlin.apig.api.ThrottleApi
import dev.postern.kotlin.apig.model.InstanceCreateReq
import dev.postern.kotlin.apig.model.InstanceSpec
import dev.postern.kotlin.apig.model.InstanceSpecId
import dev.postern.kotlin.apig.model.InstanceStatus
import dev.postern.kotlin.apig.model.ResizeInstanceReq
import dev.postern.kotlin.apig.model.ThrottleBaseInfo
import dev.postern.kotlin.apig.model.TimeUnit
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.MethodSource
import java.util.UUID

private val ENDPOINT = TestServers["STRICT_ENDPOINT"]
private val PROJECT = TestServers["PROJECT_ID"]
private val UNPROVEN = "Incorrect token or token resolution failed"

/** The scenario of all languages, against a server that takes only its users. */
class ScenarioTest {

    @ParameterizedTest
    @MethodSource("credentials")
    fun `a gateway from its order to its end`(credentials: Credentials) {
        val postern = Postern(ENDPOINT, credentials)
        val gateways = postern.api(::GatewayApi)
        val throttles = postern.api(::ThrottleApi)
        val name = "kotlin-${UUID.randomUUID()}"

        val id = gateways.createInstanceV2(PROJECT, order(name)).instanceId!!
        waitUntilRunning(gateways, id)
        assertRefused(400, "APIC.7500", "The gateway name already exists") {
            gateways.createInstanceV2(PROJECT, order(name))
        }
        assertRefused(400, "APIC.7211", "Parameter value does not match the rules, parameter name[instanceName]") {
            gateways.createInstanceV2(PROJECT, order("1st"))
        }

        val policy = throttles.createRequestThrottlingPolicyV2(PROJECT, id, throttle("policy")).id!!
        val updated = throttles.updateRequestThrottlingPolicyV2(PROJECT, id, policy,
            throttle("policy").copy(timeUnit = TimeUnit.MINUTE, apiCallLimits = 7))
        assertEquals(TimeUnit.MINUTE, updated.timeUnit)
        assertEquals(7, updated.apiCallLimits)
        val names = List(25) { i -> if (i == 0) "policy" else "policy_%02d".format(i) }
        names.drop(1).forEach { throttles.createRequestThrottlingPolicyV2(PROJECT, id, throttle(it)) }
        for (limit in listOf(4, 5, 100)) {
            val found = pages({ offset, size -> throttles.listRequestThrottlingPolicyV2(PROJECT, id, offset, size) }, limit) {
                it.throttles
            }
            assertEquals(names, found.map { it.name }.toList().sortedBy { it })
        }
        assertRefused(404, "APIG.3005", "Request throttling policy none does not exist") {
            throttles.showDetailsOfRequestThrottlingPolicyV2(PROJECT, id, "none")
        }

        val professional = ResizeInstanceReq("PROFESSIONAL")
        gateways.createPostPayResizeOrder(PROJECT, id, professional)
        waitUntilRunning(gateways, id)
        assertEquals(InstanceSpec.PROFESSIONAL, gateways.showDetailsOfInstanceV2(PROJECT, id).spec)
        assertTrue(assertRefused(409, "APIC.7707", "Scaling up to the same specifications is not allowed") {
            gateways.createPostPayResizeOrder(PROJECT, id, professional)
        }.isConflict)

        gateways.deleteInstancesV2(PROJECT, id)
        waitFor("be deleted") { gateways.listInstancesV2(PROJECT, instanceId = id).total == 0L }
        assertTrue(assertRefused(404, "APIC.7302", "Instance not found") {
            gateways.showDetailsOfInstanceV2(PROJECT, id)
        }.isNotFound)
    }

    @Test
    fun `who is not proven is refused`() {
        val key = TestServers["ACCESS_KEY"]
        val wrong = mapOf(
            Credentials.Nobody to UNPROVEN,
            Credentials.Token("wrong") to UNPROVEN,
            Credentials.AccessKey(key, "wrong") to "$UNPROVEN: the signature does not match the request",
            Credentials.AccessKey("wrong", "wrong") to "$UNPROVEN: the access key wrong does not exist or is inactive",
        )
        wrong.forEach { (credentials, message) ->
            assertTrue(assertRefused(401, "APIC.7102", message) { list(credentials, PROJECT) }.isUnauthenticated)
        }
        assertRefused(401, "401", "The username or password is wrong.") {
            Credentials.login(ENDPOINT, TestServers["DOMAIN"], TestServers["USER"], "wrong", PROJECT)
        }
    }

    @Test
    fun `who may not is refused`() {
        val readOnly = Credentials.login(ENDPOINT, TestServers["DOMAIN"], "bob", "only looking around", PROJECT)
        list(readOnly, PROJECT)
        assertTrue(assertRefused(403, "APIC.7106", "No permissions to request for the method") {
            Postern(ENDPOINT, readOnly).api(::GatewayApi).createInstanceV2(PROJECT, order("kotlin-bob"))
        }.isForbidden)
        credentials().forEach { alice ->
            assertRefused(403, "APIC.7106", "No permissions to request for the method") { list(alice, "0".repeat(32)) }
        }
    }

    @Test
    fun `a signed query may hold anything`() {
        for (alice in credentials()) {
            val gateways = Postern("$ENDPOINT/", alice).api(::GatewayApi)
            for (name in listOf("a b+c&d=e/f?g%h", "网关 ½ 🙂", "~-_.!*'()", "")) {
                assertEquals(0L, gateways.listInstancesV2(PROJECT, instanceName = name + "none").total, name)
            }
            assertRefused(404, "APIC.7302", "Instance not found") {
                gateways.showDetailsOfInstanceV2(PROJECT, "a b/网*~")
            }
        }
    }

    @Test
    fun `secrets are not printed`() {
        for (alice in credentials()) {
            assertFalse(TestServers["SECRET_KEY"] in alice.toString())
            assertEquals("Postern at $ENDPOINT", Postern(ENDPOINT, alice).toString())
        }
        assertEquals("a token", Credentials.Token("secret").toString())
    }

    @Test
    fun `no endpoint and no credentials are refused on the spot`() {
        for (endpoint in listOf("localhost:8080", "", "/v2", "ftp://localhost", "http://", "http://localhost?a=b")) {
            assertEquals("Not an endpoint such as http://localhost:8080: $endpoint", refusal { Postern(endpoint, Credentials.Nobody) })
        }
        assertEquals("Missing: a token", refusal { Credentials.Token("") })
        assertEquals("Missing: an access key", refusal { Credentials.AccessKey("", "s") })
        assertEquals("Missing: a secret key", refusal { Credentials.AccessKey("a", "") })
        assertEquals("Missing: the id of a project", refusal { Credentials.AccessKey("a", "s", "") })
        assertEquals("Missing: the password of the user", refusal { Credentials.login(ENDPOINT, "d", "u", "", "p") })
        assertEquals("Only visible ASCII characters can be in a token", refusal { Credentials.Token("two\nlines") })
    }

    private fun refusal(call: () -> Unit): String? = assertThrows(IllegalArgumentException::class.java, call).message

    private fun list(credentials: Credentials, project: String) {
        Postern(ENDPOINT, credentials).api(::GatewayApi).listInstancesV2(project)
    }

    private fun order(name: String) = InstanceCreateReq(
        instanceName = name, specId = InstanceSpecId.BASIC, vpcId = "vpc", subnetId = "subnet", securityGroupId = "group",
        availableZoneIds = listOf("zone"),
    )

    private fun throttle(name: String) =
        ThrottleBaseInfo(name = name, timeUnit = TimeUnit.SECOND, timeInterval = 1, apiCallLimits = 100)

    private fun waitUntilRunning(gateways: GatewayApi, id: String) =
        waitFor("be running") { gateways.showDetailsOfInstanceV2(PROJECT, id).status == InstanceStatus.RUNNING }

    private fun waitFor(what: String, ended: () -> Boolean) {
        repeat(200) {
            if (ended()) {
                return
            }
            Thread.sleep(50)
        }
        throw AssertionError("The gateway should $what by now")
    }

    private fun assertRefused(status: Int, code: String, message: String, call: () -> Unit): PosternException {
        val refusal = assertThrows(PosternException::class.java, call)
        assertEquals(status, refusal.status, refusal.message)
        assertEquals(code, refusal.errorCode)
        assertEquals(message, refusal.errorMsg)
        return refusal
    }

    companion object {

        @JvmStatic
        fun credentials(): List<Credentials> = listOf(
            TestServers.login(),
            Credentials.AccessKey(TestServers["ACCESS_KEY"], TestServers["SECRET_KEY"]),
            Credentials.AccessKey(TestServers["ACCESS_KEY"], TestServers["SECRET_KEY"], PROJECT),
        )
    }
}
