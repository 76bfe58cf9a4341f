<?php

declare(strict_types=1);

namespace Postern\Client\Tests;

use Postern\Client\Client;
use Postern\Client\Tokens;

/** The servers of the environment, which the build starts, and who may use them. */
final class Servers
{
    public static function env(string $name): string
    {
        $value = getenv("POSTERN_$name");
        return $value === false ? throw new \RuntimeException("POSTERN_$name is not set") : $value;
    }

    public static function withToken(): Client
    {
        $token = Tokens::create(
            self::env('STRICT_ENDPOINT'),
            domain: self::env('DOMAIN'),
            user: self::env('USER'),
            password: self::env('PASSWORD'),
            projectId: self::env('PROJECT_ID'),
        );
        return Client::withToken(self::env('STRICT_ENDPOINT'), $token);
    }

    public static function withAccessKey(): Client
    {
        return Client::withAccessKey(
            self::env('STRICT_ENDPOINT'),
            self::env('ACCESS_KEY'),
            self::env('SECRET_KEY'),
            self::env('PROJECT_ID'),
        );
    }

    /** @param mixed ...$settings */
    public static function wire(...$settings): Client
    {
        return Client::withToken(self::env('WIRE_ENDPOINT'), 'a-token', ...$settings + ['retryDelay' => 0.01]);
    }
}
