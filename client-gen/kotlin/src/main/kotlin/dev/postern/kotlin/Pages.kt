package dev.postern.kotlin

/**
 * Everything that an operation lists, page by page as it is asked for, until a page is empty:
 * `pages({ offset, limit -> gateways.listInstancesV2(project, offset, limit) }) { it.instances }`.
 *
 * @param list gets a page
 * @param limit how much to ask for at a time
 * @param items what is on a page
 */
fun <P, T> pages(list: (offset: Long, limit: Int) -> P, limit: Int = 100, items: (P) -> List<T>?): Sequence<T> {
    require(limit >= 1) { "A page has to have at least 1 item, not $limit" }
    return sequence {
        var offset = 0L
        while (true) {
            val page = items(list(offset, limit))
            if (page.isNullOrEmpty()) {
                break
            }
            yieldAll(page)
            offset += page.size
        }
    }
}
