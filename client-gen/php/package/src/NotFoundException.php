<?php

declare(strict_types=1);

namespace Postern\Client;

/** 404: it is not there. */
final class NotFoundException extends ApiException
{
}
