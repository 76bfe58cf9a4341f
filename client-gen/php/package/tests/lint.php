<?php

/** Compiles every file of the package, those of the generator included, and fails at the first that is not PHP. */

declare(strict_types=1);

require __DIR__ . '/bootstrap.php';

foreach (['src', 'wire'] as $folder) {
    $files = new RecursiveIteratorIterator(new RecursiveDirectoryIterator(
        dirname(__DIR__) . "/$folder",
        FilesystemIterator::SKIP_DOTS,
    ));
    foreach ($files as $file) {
        if ($file->getExtension() === 'php') {
            require_once $file->getPathname();
        }
    }
}
echo count(get_declared_classes()), " classes\n";
