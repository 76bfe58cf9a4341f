<?php

/**
 * Runs PHPUnit: the one of composer.json where Composer can fetch it, else the one of the machine, since the client
 * itself needs no package. With --version it only says which one that would be, and fails if there is none.
 */

declare(strict_types=1);

const NEEDED = ['curl', 'json', 'mbstring', 'dom'];

$missing = array_filter(NEEDED, fn (string $extension) => !extension_loaded($extension));
if (PHP_VERSION_ID < 80100 || $missing) {
    fwrite(STDERR, 'PHP 8.1 or later with its extensions ' . implode(', ', NEEDED) . " is needed\n");
    exit(1);
}

$null = PHP_OS_FAMILY === 'Windows' ? 'NUL' : '/dev/null';
$succeeds = function (string $command) use ($null): bool {
    exec("$command > $null 2>&1", $_, $status);
    return $status === 0;
};
$composer = 'composer --no-interaction --no-plugins --quiet';

if (in_array('--version', $argv, true)) {
    if (!$succeeds("$composer show --all phpunit/phpunit") && !$succeeds('phpunit --version')) {
        fwrite(STDERR, "Neither can Composer fetch PHPUnit, nor is there a command phpunit\n");
        exit(1);
    }
    exit(0);
}

chdir(dirname(__DIR__));
if ($succeeds("$composer install")) {
    passthru(escapeshellarg(PHP_BINARY) . ' vendor/bin/phpunit', $status);
} else {
    echo "Composer cannot fetch PHPUnit here; this is the command phpunit of the machine\n";
    passthru('phpunit', $status);
}
exit($status);
