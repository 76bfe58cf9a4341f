<?php

declare(strict_types=1);

namespace Postern\Client;

/** 403: the caller may not do this. */
final class ForbiddenException extends ApiException
{
}
