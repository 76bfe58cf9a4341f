<?php

/** See Stub. */

declare(strict_types=1);

$server = stream_socket_server('tcp://127.0.0.1:0');
echo stream_socket_get_name($server, false), "\n";
$answers = unserialize(file_get_contents("$argv[1]/answers"));
for ($count = 0;; $count++) {
    $connection = stream_socket_accept($server, -1);
    $request = '';
    while (!str_contains($request, "\r\n\r\n") && ($read = fread($connection, 65536))) {
        $request .= $read;
    }
    preg_match('/^content-length: *(\d+)/im', $request, $length);
    while (strlen($request) < strpos($request, "\r\n\r\n") + 4 + (int) ($length[1] ?? 0)) {
        $request .= fread($connection, 65536);
    }
    file_put_contents(sprintf("$argv[1]/request-%03d", $count), $request);
    [$status, $body, $headers] = $answers[min($count, count($answers) - 1)];
    fwrite($connection, "HTTP/1.1 $status Of The Test\r\nContent-Length: " . strlen($body) . "\r\n"
        . "Connection: close\r\n$headers\r\n$body");
    fclose($connection);
}
