package dev.postern.kotlin

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Test

/** Pages are asked for as they are needed, until there is nothing left. */
class PagesTest {

    private val asked = mutableListOf<String>()

    @Test
    fun `everything comes once and in order`() {
        for (total in listOf(0, 1, 9, 10, 11, 20, 25)) {
            assertEquals((0 until total).toList(), pages(of(total), 10) { it }.toList())
        }
    }

    @Test
    fun `a page is asked for when it is needed`() {
        val items = pages(of(25), 10) { it }
        assertEquals(emptyList<String>(), asked)
        assertEquals(11, items.take(11).count())
        assertEquals(listOf("0+10", "10+10"), asked)
    }

    @Test
    fun `a server may give less than is asked for`() {
        assertEquals(25, pages({ offset, _ -> of(25)(offset, 10) }, 500) { it }.count())
        assertEquals(0, pages(of(25)) { null as List<Int>? }.count())
    }

    @Test
    fun `a page has an item`() {
        assertThrows(IllegalArgumentException::class.java) { pages(of(25), 0) { it } }
    }

    private fun of(total: Int) = { offset: Long, limit: Int ->
        asked += "$offset+$limit"
        (offset.toInt() until minOf(total, offset.toInt() + limit)).toList()
    }
}
