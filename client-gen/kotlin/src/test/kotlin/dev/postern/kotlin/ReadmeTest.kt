package dev.postern.kotlin

import dev.postern.clients.Readme
import org.jetbrains.kotlin.cli.common.ExitCode
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import java.io.ByteArrayOutputStream
import java.io.File
import java.io.PrintStream
import java.nio.file.Path

/** What the pages show works. */
class ReadmeTest {

    private val base = Path.of(System.getProperty("basedir"))

    @TempDir
    private lateinit var folder: File

    @Test
    fun `the program on the page of all languages works`() {
        assertEquals("demo", run(Readme.snippet("Kotlin", base)))
    }

    /** One after the other, the pieces on the page of this package are a program. */
    @Test
    fun `the pieces on the page of the package work`() {
        val lines = Regex("(?ms)^```kotlin\\n(.*?)^```$").findAll(base.resolve("README.md").toFile().readText())
            .flatMap { it.groupValues[1].lines() }.toList()
        val (imports, body) = lines.partition { it.startsWith("import ") }
        assertEquals("from-the-readme\nfrom-the-readme\n404 APIC.7302 Instance not found true",
            run((imports + "fun main() {" + body + "}").joinToString("\n")))
    }

    /** As a program of its own, in its own JVM. */
    private fun run(program: String): String {
        val source = folder.resolve("Program.kt")
        source.writeText(program)
        val classpath = System.getProperty("java.class.path")
        val messages = ByteArrayOutputStream()
        val exit = K2JVMCompiler().exec(PrintStream(messages, true, Charsets.UTF_8), "-no-stdlib", "-no-reflect",
            "-jdk-home", System.getProperty("java.home"), "-classpath", classpath, "-d", folder.path, source.path)
        assertEquals(ExitCode.OK, exit) { messages.toString(Charsets.UTF_8) }
        val builder = ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp", folder.path + File.pathSeparator + classpath, "ProgramKt")
        builder.environment().putAll(TestServers.environment)
        val process = builder.redirectErrorStream(true).start()
        val output = process.inputStream.bufferedReader().readText().trim()
        assertEquals(0, process.waitFor(), output)
        return output
    }
}
