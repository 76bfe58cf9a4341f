<?php

declare(strict_types=1);

namespace Postern\Client\Tests;

/** A server that gives the answers it is told, one for each connection, and remembers the requests. */
final class Stub
{
    public readonly string $endpoint;

    /** @var resource */
    private $process;

    private readonly string $folder;

    /** @param array{int, string, string} ...$answers status, body and further headers */
    public function __construct(array ...$answers)
    {
        $this->folder = sys_get_temp_dir() . '/stub-' . bin2hex(random_bytes(8));
        mkdir($this->folder);
        file_put_contents("$this->folder/answers", serialize($answers));
        $command = [PHP_BINARY, __DIR__ . '/stub-server.php', $this->folder];
        $this->process = proc_open($command, [1 => ['pipe', 'w']], $pipes);
        $this->endpoint = 'http://' . trim(fgets($pipes[1]));
    }

    /** @return list<string> each with its head, as it came */
    public function requests(): array
    {
        return array_map('file_get_contents', glob("$this->folder/request-*"));
    }

    public function __destruct()
    {
        proc_terminate($this->process);
        proc_close($this->process);
        array_map('unlink', glob("$this->folder/*"));
        rmdir($this->folder);
    }
}
