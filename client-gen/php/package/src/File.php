<?php

declare(strict_types=1);

namespace Postern\Client;

/** A file to send. */
final class File
{
    public function __construct(public readonly string $content, public readonly string $name = 'file')
    {
    }

    public static function at(string $path): self
    {
        $content = @file_get_contents($path);
        if ($content === false) {
            throw new \InvalidArgumentException("There is no file $path that can be read");
        }
        return new self($content, basename($path));
    }
}
