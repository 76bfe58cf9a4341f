<?php

declare(strict_types=1);

namespace Postern\Client;

/** 409: it collides with what is there. */
final class ConflictException extends ApiException
{
}
