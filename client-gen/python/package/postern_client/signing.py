"""SDK-HMAC-SHA256, by which requests are signed with an access key."""

from __future__ import annotations

import hashlib
import hmac
from typing import Mapping
from urllib.parse import parse_qsl, quote, unquote_to_bytes, urlencode, urlsplit

_ALGORITHM = "SDK-HMAC-SHA256"


def canonical_request(method: str, url: str, headers: Mapping[str, str], body: bytes) -> str:
    """The text that stands for a request. All of ``headers`` are signed."""
    parts = urlsplit(url)
    path = quote(unquote_to_bytes(parts.path), safe="-_.~/")
    query = sorted(parse_qsl(parts.query, keep_blank_values=True))
    lower = {name.lower(): value.strip() for name, value in headers.items()}
    return "\n".join(
        [
            method.upper(),
            path if path.endswith("/") else path + "/",
            urlencode(query, quote_via=quote, safe="-_.~"),
            *(f"{name}:{lower[name]}" for name in sorted(lower)),
            "",
            ";".join(sorted(lower)),
            hashlib.sha256(body).hexdigest(),
        ]
    )


def authorization(
    method: str, url: str, headers: Mapping[str, str], body: bytes, access_key: str, secret_key: str
) -> str:
    """The value of the header Authorization.

    :param url: as it is sent
    :param headers: those to sign, with Host and X-Sdk-Date
    :param body: as it is sent
    """
    date = next(value for name, value in headers.items() if name.lower() == "x-sdk-date")
    request = canonical_request(method, url, headers, body)
    to_sign = f"{_ALGORITHM}\n{date}\n{hashlib.sha256(request.encode()).hexdigest()}"
    signature = hmac.new(secret_key.encode(), to_sign.encode(), hashlib.sha256).hexdigest()
    names = ";".join(sorted(name.lower() for name in headers))
    return f"{_ALGORITHM} Access={access_key}, SignedHeaders={names}, Signature={signature}"
