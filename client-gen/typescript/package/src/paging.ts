/** What a page of a list has items of. */
export type ItemOf<Page> = {
  [Name in keyof Page]: NonNullable<Page[Name]> extends Array<infer Item> ? Item : never;
}[keyof Page];

/**
 * The items of a list, page by page and no page before it is needed.
 *
 * @param list asks for one page, e.g. `(page) => gateways.listInstancesV2({ projectId, ...page })`
 * @param limit how many items a page may have; servers of the vendor take up to 500
 */
export async function* paginate<Page extends object>(
  list: (page: { offset: bigint; limit: number }) => Promise<Page>,
  limit = 100,
): AsyncGenerator<NonNullable<ItemOf<Page>>, void, undefined> {
  for (let offset = 0n; ; ) {
    const page = await list({ offset, limit });
    const lists = Object.values(page).filter(Array.isArray);
    if (lists.length > 1) {
      throw new TypeError(`An answer with ${lists.length} lists is no page of one`);
    }
    const items = lists[0] ?? [];
    yield* items;
    offset += BigInt(items.length);
    // Without a total, the end is where nothing is left.
    if (items.length === 0 || ("total" in page && page.total != null && offset >= BigInt(page.total as bigint))) {
      return;
    }
  }
}
