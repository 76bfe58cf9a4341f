<?php

declare(strict_types=1);

namespace Postern\Client;

/** SDK-HMAC-SHA256, by which requests are signed with an access key. */
final class Signature
{
    private const ALGORITHM = 'SDK-HMAC-SHA256';

    /**
     * The value of the header Authorization.
     *
     * @param string $url as it is sent
     * @param array<string, string> $headers those to sign, with Host and X-Sdk-Date
     * @param string $body as it is sent
     */
    public static function authorization(
        string $method,
        string $url,
        array $headers,
        string $body,
        string $accessKey,
        #[\SensitiveParameter] string $secretKey,
    ): string {
        $lower = array_change_key_case($headers);
        ksort($lower, SORT_STRING);
        $request = hash('sha256', self::canonicalRequest($method, $url, $headers, $body));
        $signature = hash_hmac('sha256', self::ALGORITHM . "\n" . $lower['x-sdk-date'] . "\n" . $request, $secretKey);
        $names = implode(';', array_keys($lower));
        return self::ALGORITHM . " Access=$accessKey, SignedHeaders=$names, Signature=$signature";
    }

    /**
     * The text that stands for a request. All of the headers are signed.
     *
     * @param array<string, string> $headers
     */
    public static function canonicalRequest(string $method, string $url, array $headers, string $body): string
    {
        preg_match('~^[a-z]+://[^/?]*([^?]*)(?:\?(.*))?$~is', $url, $parts);
        $path = implode('/', array_map('rawurlencode', explode('/', rawurldecode($parts[1]))));
        $lower = array_change_key_case($headers);
        ksort($lower, SORT_STRING);
        $lines = '';
        foreach ($lower as $name => $value) {
            $lines .= $name . ':' . trim($value) . "\n";
        }
        return implode("\n", [
            strtoupper($method),
            str_ends_with($path, '/') ? $path : "$path/",
            self::query($parts[2] ?? ''),
            $lines,
            implode(';', array_keys($lower)),
            hash('sha256', $body),
        ]);
    }

    private static function query(string $query): string
    {
        $pairs = [];
        foreach ($query === '' ? [] : explode('&', $query) as $pair) {
            $pairs[] = array_map('urldecode', explode('=', $pair, 2) + [1 => '']);
        }
        usort($pairs, fn ($a, $b) => strcmp($a[0], $b[0]) ?: strcmp($a[1], $b[1]));
        return implode('&', array_map(fn ($pair) => rawurlencode($pair[0]) . '=' . rawurlencode($pair[1]), $pairs));
    }
}
