<?php

declare(strict_types=1);

namespace Postern\Client;

/**
 * What APIs are made with: new GatewayApi(Client::withToken('http://localhost:8080', 'any')).
 *
 * Requests that are refused with 429 or 503 are sent again.
 */
final class Client
{
    public const VERSION = '{{client.version}}';

    private const RETRIED = [429, 503];
    private const LONGEST_DELAY = 60.0;

    private readonly string $endpoint;
    private ?\CurlHandle $curl = null;

    /**
     * @param \Closure(string, string, array<string, string>, string): array<string, string> $proof the headers that
     *     prove who calls; a closure, so that secrets are not printed with a client
     * @param array<int, mixed> $curlOptions
     */
    private function __construct(
        string $endpoint,
        private readonly \Closure $proof,
        private readonly float $timeout,
        private readonly int $attempts,
        private readonly float $retryDelay,
        private readonly array $curlOptions,
    ) {
        $parts = preg_match('~^https?://[!-\~]+$~i', $endpoint) ? parse_url($endpoint) : false;
        if (!$parts || empty($parts['host']) || array_intersect_key($parts, ['user' => 0, 'query' => 0, 'fragment' => 0])) {
            throw new \InvalidArgumentException(
                'endpoint has to be an address such as https://apig.example.com or http://localhost:8080',
            );
        }
        if ($timeout <= 0 || $attempts < 1 || $retryDelay < 0) {
            throw new \InvalidArgumentException('timeout has to be above 0, attempts 1 or more and retryDelay 0 or more');
        }
        $this->endpoint = rtrim($endpoint, '/');
    }

    /**
     * Sends a token as X-Auth-Token; Tokens::create() gets one.
     *
     * @param string $endpoint where the server is, e.g. https://apig.example.com
     * @param float $timeout seconds to wait for an answer, connection included
     * @param int $attempts how often a request is sent until it is not refused with 429 or 503; 1 switches retries off
     * @param float $retryDelay seconds to wait before the second attempt, about; doubled before each further one
     * @param array<int, mixed> $curlOptions CURLOPT_… for proxies and certificates other than those of the environment
     */
    public static function withToken(
        string $endpoint,
        #[\SensitiveParameter] string $token,
        float $timeout = 60.0,
        int $attempts = 4,
        float $retryDelay = 0.5,
        array $curlOptions = [],
    ): self {
        self::check(['token' => $token]);
        return new self($endpoint, fn () => ['X-Auth-Token' => $token], $timeout, $attempts, $retryDelay, $curlOptions);
    }

    /**
     * Signs requests with an access key; the other parameters are those of withToken().
     *
     * @param string|null $projectId the project that the requests are meant for, to be checked by the server
     * @param array<int, mixed> $curlOptions
     */
    public static function withAccessKey(
        string $endpoint,
        string $accessKey,
        #[\SensitiveParameter] string $secretKey,
        ?string $projectId = null,
        float $timeout = 60.0,
        int $attempts = 4,
        float $retryDelay = 0.5,
        array $curlOptions = [],
    ): self {
        self::check(['accessKey' => $accessKey, 'secretKey' => $secretKey, 'projectId' => $projectId ?? '-']);
        $proof = function (string $method, string $url, array $headers, string $body) use (
            $accessKey,
            $secretKey,
            $projectId,
        ): array {
            $signed = ['Host' => self::host($url), 'X-Sdk-Date' => gmdate('Ymd\THis\Z')];
            if ($projectId !== null) {
                $signed['X-Project-Id'] = $projectId;
            }
            if (isset($headers['Content-Type'])) {
                $signed['Content-Type'] = $headers['Content-Type'];
            }
            return $signed + ['Authorization' => Signature::authorization(
                $method,
                $url,
                $signed,
                $body,
                $accessKey,
                $secretKey,
            )];
        };
        return new self($endpoint, $proof, $timeout, $attempts, $retryDelay, $curlOptions);
    }

    /** Sends no credentials, for the few operations that ask for none. */
    public static function anonymous(string $endpoint): self
    {
        return new self($endpoint, fn () => [], 60.0, 4, 0.5, []);
    }

    /**
     * Makes the request of a generated method, until it is answered with something but 429 and 503.
     *
     * @param array<string, mixed> $pathParameters
     * @param array<string, mixed> $query
     * @param array<string, mixed> $headers
     * @param array<string, mixed>|null $form
     * @param string|null $returns the type of the answer, as Model::read takes it
     */
    public function call(
        string $method,
        string $path,
        array $pathParameters = [],
        array $query = [],
        array $headers = [],
        mixed $body = null,
        ?array $form = null,
        string $accept = 'application/json',
        bool $authenticated = true,
        ?string $returns = null,
        ?float $timeout = null,
    ): ApiResponse {
        foreach ($pathParameters as $name => $value) {
            $path = str_replace('{' . $name . '}', self::segment($name, self::text($value)), $path);
        }
        $url = $this->endpoint . $path . self::query($query);
        $sent = ['Accept' => $accept, 'User-Agent' => 'postern-client-php/' . self::VERSION];
        foreach (array_filter($headers, fn ($value) => $value !== null) as $name => $value) {
            $sent[$name] = self::text($value);
        }
        $content = '';
        if ($form !== null) {
            $boundary = bin2hex(random_bytes(16));
            $content = self::multipart($form, $boundary);
            $sent['Content-Type'] = "multipart/form-data; boundary=$boundary";
        } elseif ($body !== null) {
            $flags = JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES;
            $content = json_encode($body, $flags);
            $sent['Content-Type'] = 'application/json';
        }
        $proof = $authenticated ? $this->proof : fn () => [];
        for ($attempt = 1;; $attempt++) {
            $proven = $proof($method, $url, $sent, $content) + $sent;
            [$status, $answered, $answer] = $this->send($method, $url, $proven, $content, $timeout ?? $this->timeout);
            $delay = $this->retryDelay * 2 ** ($attempt - 1) * random_int(500, 1000) / 1000;
            if (ctype_digit($answered['retry-after'] ?? '')) {
                $delay = max($delay, (float) $answered['retry-after']);
            }
            if (!in_array($status, self::RETRIED, true) || $attempt >= $this->attempts || $delay > self::LONGEST_DELAY) {
                break;
            }
            usleep((int) ($delay * 1e6));
        }
        if ($status < 200 || $status > 299) {
            throw ApiException::of($status, $answered, $answer);
        }
        return new ApiResponse($status, $answered, self::read($status, $answered, $answer, $returns));
    }

    /** Without what proves who calls. */
    public function __debugInfo(): array
    {
        return ['endpoint' => $this->endpoint];
    }

    /**
     * @param array<string, string> $headers
     * @return array{int, array<string, string>, string}
     */
    private function send(string $method, string $url, array $headers, string $content, float $timeout): array
    {
        $this->curl ??= curl_init();
        $answered = [];
        curl_reset($this->curl);
        curl_setopt_array($this->curl, $this->curlOptions + [
            CURLOPT_URL => $url,
            CURLOPT_CUSTOMREQUEST => $method,
            // An empty one keeps curl from adding headers that are not signed.
            CURLOPT_HTTPHEADER => [
                ...array_map(fn ($name) => "$name: $headers[$name]", array_keys($headers)),
                'Expect:',
                ...(isset($headers['Content-Type']) ? [] : ['Content-Type:']),
            ],
            CURLOPT_RETURNTRANSFER => true,
            CURLOPT_PATH_AS_IS => true,
            CURLOPT_CONNECTTIMEOUT_MS => max(1, (int) ($timeout * 1000)),
            CURLOPT_TIMEOUT_MS => max(1, (int) ($timeout * 1000)),
            CURLOPT_ENCODING => '',
            CURLOPT_HEADERFUNCTION => function ($_, string $line) use (&$answered): int {
                if (str_starts_with($line, 'HTTP/')) {
                    $answered = [];
                } elseif (str_contains($line, ':')) {
                    [$name, $value] = explode(':', $line, 2);
                    $answered[strtolower(trim($name))] = trim($value);
                }
                return strlen($line);
            },
        ] + ($content !== '' || in_array($method, ['POST', 'PUT', 'PATCH'], true) ? [CURLOPT_POSTFIELDS => $content] : []));
        $answer = curl_exec($this->curl);
        if ($answer === false) {
            throw new ConnectionException(curl_error($this->curl), curl_errno($this->curl));
        }
        return [curl_getinfo($this->curl, CURLINFO_RESPONSE_CODE), $answered, $answer];
    }

    /** @param array<string, string> $headers */
    private static function read(int $status, array $headers, string $answer, ?string $returns): mixed
    {
        if ($returns === null) {
            return null;
        }
        // The generator's names for a file.
        if (in_array($returns, ['\SplFileObject', 'string'], true)) {
            return $answer;
        }
        try {
            $value = Model::read(json_decode($answer, flags: JSON_THROW_ON_ERROR), $returns);
            return is_array($value) || $value instanceof $returns
                ? $value : throw new \UnexpectedValueException("not a $returns");
        } catch (\Exception | \TypeError $e) {
            throw new ApiException($status, $headers, $answer, 'the answer is not what was asked for', $e);
        }
    }

    /** @param array<string, string> $credentials */
    private static function check(#[\SensitiveParameter] array $credentials): void
    {
        foreach ($credentials as $name => $value) {
            if (!preg_match('/^[!-~]+$/D', $value)) {
                throw new \InvalidArgumentException(
                    "$name has to be a text of visible ASCII characters without blanks, and not empty",
                );
            }
        }
    }

    /** The header Host as it is sent: without the port that the scheme stands for. */
    private static function host(string $url): string
    {
        $parts = parse_url($url);
        $default = strtolower($parts['scheme']) === 'https' ? 443 : 80;
        return $parts['host'] . (($parts['port'] ?? $default) === $default ? '' : ":$parts[port]");
    }

    private static function segment(string $name, string $value): string
    {
        if (in_array($value, ['', '.', '..'], true)) {
            throw new \InvalidArgumentException("$name must not be '$value': that is another path");
        }
        return rawurlencode($value);
    }

    /** @param array<string, mixed> $query */
    private static function query(array $query): string
    {
        $pairs = [];
        foreach ($query as $name => $value) {
            foreach (is_array($value) ? $value : [$value] as $item) {
                if ($item !== null) {
                    $pairs[] = rawurlencode($name) . '=' . rawurlencode(self::text($item));
                }
            }
        }
        return $pairs === [] ? '' : '?' . implode('&', $pairs);
    }

    private static function text(mixed $value): string
    {
        return match (true) {
            is_bool($value) => $value ? 'true' : 'false',
            $value instanceof \DateTimeInterface => $value->format('Y-m-d\TH:i:s.uP'),
            default => (string) $value,
        };
    }

    /** @param array<string, mixed> $form */
    private static function multipart(array $form, string $boundary): string
    {
        $body = '';
        foreach (array_filter($form, fn ($value) => $value !== null) as $name => $value) {
            $body .= "--$boundary\r\nContent-Disposition: form-data; name=\"$name\"";
            if ($value instanceof \SplFileObject) {
                $value = File::at($value->getPathname());
            }
            if ($value instanceof File) {
                $file = str_replace(['"', "\r", "\n"], ['%22', '%0D', '%0A'], $value->name);
                $body .= "; filename=\"$file\"\r\nContent-Type: application/octet-stream";
                $value = $value->content;
            }
            $body .= "\r\n\r\n" . self::text($value) . "\r\n";
        }
        return $body . "--$boundary--\r\n";
    }
}
