<?php

declare(strict_types=1);

namespace Postern\Client;

/** An answer that is not the one that was asked for. */
class ApiException extends \RuntimeException
{
    /** The code of the error, e.g. APIC.7302; null if the answer is a proxy's. */
    public readonly ?string $errorCode;

    /** What is wrong, in the words of the server; null if the answer is a proxy's. */
    public readonly ?string $errorMessage;

    /** The id under which the server knows the request, if it says so. */
    public readonly ?string $requestId;

    /**
     * @param array<string, string> $headers by their names in lower case
     * @param string $body as it came
     * @param string|null $problem what is wrong, where that is not what the server says
     */
    final public function __construct(
        public readonly int $status,
        public readonly array $headers,
        public readonly string $body,
        ?string $problem = null,
        ?\Throwable $previous = null,
    ) {
        $answer = json_decode($body, true);
        // IAM's form has an object in it.
        $error = is_array($answer['error'] ?? null) ? $answer['error'] : $answer;
        $this->errorCode = self::text($error['error_code'] ?? $error['code'] ?? null);
        $this->errorMessage = self::text($error['error_msg'] ?? $error['message'] ?? null);
        $this->requestId = self::text($answer['request_id'] ?? null) ?? $headers['x-request-id'] ?? null;
        if ($problem === null) {
            $problem = $this->errorCode === null && $this->errorMessage === null
                ? substr($body, 0, 200) : "$this->errorCode: $this->errorMessage";
        }
        $message = "$status $problem" . ($this->requestId === null ? '' : " (request $this->requestId)");
        parent::__construct($message, $status, $previous);
    }

    /** @param array<string, string> $headers */
    public static function of(int $status, array $headers, string $body): self
    {
        return match ($status) {
            401 => new UnauthorizedException($status, $headers, $body),
            403 => new ForbiddenException($status, $headers, $body),
            404 => new NotFoundException($status, $headers, $body),
            409 => new ConflictException($status, $headers, $body),
            default => new self($status, $headers, $body),
        };
    }

    private static function text(mixed $value): ?string
    {
        return is_scalar($value) ? (string) $value : null;
    }
}
