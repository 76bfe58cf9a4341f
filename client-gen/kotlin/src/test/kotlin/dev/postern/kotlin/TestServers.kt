package dev.postern.kotlin

import dev.postern.clients.Servers

/** The servers that the clients of all languages are tried with, started once for all tests. */
internal object TestServers {

    val environment: Map<String, String> = Servers().environment()

    operator fun get(name: String): String = environment.getValue("POSTERN_$name")

    fun login(): Credentials =
        Credentials.login(get("STRICT_ENDPOINT"), get("DOMAIN"), get("USER"), get("PASSWORD"), get("PROJECT_ID"))
}
