<?php

declare(strict_types=1);

namespace Postern\Client;

/** 401: the credentials are none, or wrong. */
final class UnauthorizedException extends ApiException
{
}
