<?php

declare(strict_types=1);

error_reporting(E_ALL);
date_default_timezone_set('Asia/Kolkata');

// What composer.json says, for where Composer did not install anything.
spl_autoload_register(function (string $class): void {
    foreach (['Postern\\Client\\Tests\\' => 'tests/', 'Postern\\Client\\' => 'src/', 'Wire\\' => 'wire/'] as $prefix => $folder) {
        $file = dirname(__DIR__) . "/$folder" . strtr(substr($class, strlen($prefix)), '\\', '/') . '.php';
        if (str_starts_with($class, $prefix) && is_file($file)) {
            require $file;
            return;
        }
    }
});
