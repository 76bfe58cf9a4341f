using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace Postern.Client
{
    /// <summary>Reads lists past one page.</summary>
    public static class Paging
    {
        /// <summary>The items of a list, page by page and no page before it is needed.</summary>
        /// <param name="list">Asks for one page, by offset and limit.</param>
        /// <param name="read">The items and the total of a page, e.g. <c>page => (page.Instances, page.Total)</c>.</param>
        /// <param name="limit">How many items a page may have; servers of the vendor take up to 500.</param>
        /// <param name="cancellationToken">Ends it between two pages.</param>
        public static async IAsyncEnumerable<TItem> ItemsAsync<TPage, TItem>(
            Func<long, int, Task<TPage>> list, Func<TPage, (List<TItem>? Items, long? Total)> read, int limit = 100,
            [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            for (long offset = 0; ;)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var (items, total) = read(await list(offset, limit).ConfigureAwait(false));
                foreach (TItem item in items ?? new List<TItem>())
                {
                    yield return item;
                }
                int count = items?.Count ?? 0;
                offset += count;
                // Without a total, the end is where nothing is left.
                if (count == 0 || offset >= total)
                {
                    yield break;
                }
            }
        }
    }
}
