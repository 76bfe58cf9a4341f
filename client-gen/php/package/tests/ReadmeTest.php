<?php

declare(strict_types=1);

namespace Postern\Client\Tests;

use PHPUnit\Framework\TestCase;

/** The programs of the READMEs run as they stand there. */
final class ReadmeTest extends TestCase
{
    /** @return iterable<array{string}> */
    public function programs(): iterable
    {
        preg_match_all('/^```php\n(.*?)^```$/ms', file_get_contents(__DIR__ . '/../README.md'), $blocks);
        yield from array_map(fn (string $block) => [$block], $blocks[1]);
        yield 'the few lines' => [file_get_contents(__DIR__ . '/../../readme.txt')];
    }

    /** @dataProvider programs */
    public function testAProgramRuns(string $program): void
    {
        // Composer's autoloader stands in for this package; projects are of their own, since one may have few gateways.
        $program = strtr($program, [
            "'vendor/autoload.php'" => var_export(__DIR__ . '/bootstrap.php', true),
            'my-project' => bin2hex(random_bytes(16)),
        ]);
        $file = tempnam(sys_get_temp_dir(), 'readme');
        file_put_contents($file, str_starts_with($program, '<?php') ? $program : "<?php\n$program");
        // Only the open server takes any token.
        $endpoint = str_contains($program, 'any-token') ? Servers::env('ENDPOINT') : Servers::env('STRICT_ENDPOINT');
        $process = proc_open(
            [PHP_BINARY, '-d', 'display_errors=stderr', $file],
            [1 => ['pipe', 'w'], 2 => ['pipe', 'w']],
            $pipes,
            null,
            ['POSTERN_ENDPOINT' => $endpoint] + getenv(),
        );
        $output = stream_get_contents($pipes[1]);
        $errors = stream_get_contents($pipes[2]);
        $status = proc_close($process);
        unlink($file);
        self::assertSame(['', 0], [$errors, $status]);
        self::assertNotEmpty($output);
    }
}
