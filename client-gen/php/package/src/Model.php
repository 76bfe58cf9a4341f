<?php

declare(strict_types=1);

namespace Postern\Client;

/**
 * What an operation takes or answers. What is null is not sent. Fields that this client does not know are kept and sent
 * as they are; unknown() gives them.
 */
abstract class Model implements \JsonSerializable
{
    /** Property => name in JSON, type, format. */
    protected const FIELDS = [];

    private const SECRET = '/(password|secret|private_key|privateKey)$|^app_?code$/i';

    /** @var array<string, mixed> */
    private array $unknown = [];

    /**
     * Reads a value of a type as the generator writes types: a class, a scalar, T[] or array<string,T>.
     *
     * @throws \TypeError|\UnexpectedValueException if it is none
     */
    final public static function read(mixed $value, string $type, string $format = ''): mixed
    {
        if ($value === null || $type === 'enum' || $type === 'mixed' || $type === 'object') {
            return $value;
        }
        if (str_ends_with($type, '[]') && is_array($value)) {
            return array_map(fn ($item) => self::read($item, substr($type, 0, -2), $format), $value);
        }
        if (preg_match('/^array<string,(.*)>$/', $type, $match) && is_object($value)) {
            return array_map(fn ($item) => self::read($item, $match[1], $format), get_object_vars($value));
        }
        if (is_subclass_of($type, self::class)) {
            return is_object($value) ? $type::of($value) : throw new \UnexpectedValueException("not a $type");
        }
        if (is_scalar($value)) {
            return match ($type) {
                'string' => (string) $value,
                'float' => (float) $value,
                '\DateTime' => new \DateTimeImmutable((string) $value, new \DateTimeZone('UTC')),
                default => $value,
            };
        }
        // Properties refuse what is of another type.
        return $value;
    }

    private static function of(object $data): static
    {
        $model = (new \ReflectionClass(static::class))->newInstanceWithoutConstructor();
        $values = get_object_vars($data);
        foreach (static::FIELDS as $property => [$name, $type, $format]) {
            $model->$property = self::read($values[$name] ?? null, $type, $format);
            unset($values[$name]);
        }
        $model->unknown = $values;
        return $model;
    }

    /**
     * Fields of an answer that this client does not know.
     *
     * @return array<string, mixed>
     */
    final public function unknown(): array
    {
        return $this->unknown;
    }

    final public function jsonSerialize(): object
    {
        $json = [];
        foreach (static::FIELDS as $property => [$name, $type, $format]) {
            $value = $this->$property;
            if ($value instanceof \DateTimeInterface) {
                $value = $value->format($format === 'date' ? 'Y-m-d' : 'Y-m-d\TH:i:s.uP');
            }
            if ($value !== null) {
                $json[$name] = str_starts_with($type, 'array<string') ? (object) $value : $value;
            }
        }
        return (object) ($json + $this->unknown);
    }

    /** What is set, without secrets. */
    final public function __debugInfo(): array
    {
        $shown = [];
        foreach (array_keys(static::FIELDS) as $property) {
            $value = $this->$property;
            if ($value !== null) {
                $shown[$property] = is_string($value) && preg_match(self::SECRET, $property) ? '***' : $value;
            }
        }
        return $shown + $this->unknown;
    }
}
