<?php

declare(strict_types=1);

namespace Postern\Client;

/**
 * An answer with its status and headers.
 *
 * @template T
 */
final class ApiResponse
{
    /**
     * @param array<string, string> $headers by their names in lower case
     * @param T $data
     */
    public function __construct(public readonly int $status, public readonly array $headers, public readonly mixed $data)
    {
    }

    /** Without the headers, since a new token is one of them. */
    public function __debugInfo(): array
    {
        return ['status' => $this->status, 'data' => $this->data];
    }
}
