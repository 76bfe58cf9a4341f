<?php

declare(strict_types=1);

namespace Postern\Client;

/** There is no answer: the server cannot be reached, or does not answer in time. */
final class ConnectionException extends \RuntimeException
{
}
