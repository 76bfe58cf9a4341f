<?php

declare(strict_types=1);

namespace Postern\Client\Tests;

use PHPUnit\Framework\TestCase;
use Postern\Client\Signature;

/** Signatures are those of the vendor's own signer. */
final class SignatureTest extends TestCase
{
    /** @return iterable<string, array{array<string, mixed>}> */
    public function vectors(): iterable
    {
        $json = file_get_contents(Servers::env('SIGNATURES'));
        foreach (json_decode($json, true, flags: JSON_THROW_ON_ERROR) as $vector) {
            yield $vector['name'] => [$vector];
        }
    }

    /**
     * @dataProvider vectors
     * @param array<string, mixed> $vector
     */
    public function testSignature(array $vector): void
    {
        preg_match('~//([^/?]+)~', $vector['url'], $host);
        $headers = ['Host' => $host[1], 'X-Sdk-Date' => $vector['date']] + $vector['headers'];
        $request = [$vector['method'], $vector['url'], $headers, $vector['body']];
        self::assertSame($vector['canonical_request'], Signature::canonicalRequest(...$request));
        self::assertSame(
            $vector['authorization'],
            Signature::authorization(...[...$request, $vector['access_key'], $vector['secret_key']]),
        );
    }
}
