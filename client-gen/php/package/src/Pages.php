<?php

declare(strict_types=1);

namespace Postern\Client;

/** Lists that come in pages. */
final class Pages
{
    /**
     * All items of a list, asked for page by page while they are used.
     *
     * @param callable $operation a method of an API that takes offset and limit, e.g. $gateways->listInstancesV2(...)
     * @param mixed ...$arguments those of the operation; by the names limit and offset, how many items to ask for at
     *     once and how many to leave out at the beginning
     * @return \Generator<int, mixed>
     */
    public static function items(callable $operation, mixed ...$arguments): \Generator
    {
        $arguments += ['limit' => 100, 'offset' => 0];
        do {
            $page = $operation(...$arguments);
            $lists = array_filter(get_object_vars($page), 'is_array');
            $items = reset($lists) ?: [];
            foreach ($items as $item) {
                yield $item;
            }
            $arguments['offset'] += count($items);
            $more = isset($page->total) ? $arguments['offset'] < $page->total : count($items) >= $arguments['limit'];
        } while ($items !== [] && $more);
    }
}
