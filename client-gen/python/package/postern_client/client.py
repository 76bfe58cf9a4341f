"""How requests are made, for all generated APIs."""

from __future__ import annotations

import json
import os
import random
import re
import time
from dataclasses import dataclass, field
from datetime import date, datetime, timezone
from enum import Enum
from types import MappingProxyType
from typing import IO, Any, Dict, Generic, Mapping, Optional, Tuple, TypeVar, Union
from urllib.parse import quote, urlencode, urlsplit
from urllib.request import getproxies, proxy_bypass

import urllib3
from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import to_jsonable_python

from postern_client._version import __version__
from postern_client.errors import ApiError, error_of
from postern_client.signing import authorization

T = TypeVar("T")

File = Union[bytes, "os.PathLike[str]", Tuple[str, bytes], IO[bytes]]
"""A file to send: its bytes, where it is, its name and its bytes, or as it was opened."""

_RETRIED = (429, 503)
_LONGEST_DELAY = 60.0
_NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True)
class ApiResponse(Generic[T]):
    """An answer with its status and headers; those are not printed, since a new token is one of them."""

    status: int
    headers: Mapping[str, str] = field(repr=False)
    data: T


class Client:
    """What APIs are made with: ``GatewayApi(Client("http://localhost:8080", token="any"))``.

    Give a token, or an access key with its secret key.

    :param endpoint: where the server is, e.g. ``https://apig.example.com``
    :param token: sent as X-Auth-Token; :func:`create_token` gets one
    :param access_key: requests are signed with it
    :param secret_key: that of the access key
    :param project_id: with an access key, the project that the requests are meant for, to be checked by the server
    :param timeout: seconds to wait for a connection, and then for each part of an answer
    :param attempts: how often a request is sent until it is not refused with 429 or 503; 1 switches retries off
    :param retry_delay: seconds to wait before the second attempt, about; doubled before each further one
    :param pool: makes the connections, e.g. for certificates or proxies other than those of the environment
    :param anonymous: send no credentials, for the few operations that ask for none
    """

    def __init__(
        self,
        endpoint: str,
        *,
        token: Optional[str] = None,
        access_key: Optional[str] = None,
        secret_key: Optional[str] = None,
        project_id: Optional[str] = None,
        timeout: float = 60.0,
        attempts: int = 4,
        retry_delay: float = 0.5,
        pool: Optional[urllib3.PoolManager] = None,
        anonymous: bool = False,
    ) -> None:
        self.endpoint = _checked_endpoint(endpoint)
        given = (token is not None, access_key is not None, secret_key is not None)
        if given not in ([(False, False, False)] if anonymous else [(True, False, False), (False, True, True)]):
            raise ValueError("Give either token=..., or access_key=... and secret_key=...")
        secrets = {"token": token, "access_key": access_key, "secret_key": secret_key, "project_id": project_id}
        for name, value in secrets.items():
            if value is not None and not (isinstance(value, str) and re.fullmatch(r"[!-~]+", value)):
                raise ValueError(f"{name} has to be a text of visible ASCII characters without blanks, and not empty")
        if attempts < 1:
            raise ValueError("attempts has to be 1 or more")
        if retry_delay < 0:
            raise ValueError("retry_delay has to be 0 or more")
        self.timeout = timeout
        self.attempts = attempts
        self.retry_delay = retry_delay
        self._token = token
        self._access_key = access_key
        self._secret_key = secret_key
        self._project_id = project_id
        self._pool = pool or _pool_of_environment(self.endpoint)

    def __repr__(self) -> str:
        return f"Client({self.endpoint!r})"

    def call(
        self,
        method: str,
        path: str,
        *,
        path_parameters: Mapping[str, Any] = _NOTHING,
        query: Mapping[str, Any] = _NOTHING,
        headers: Mapping[str, Any] = _NOTHING,
        body: Any = None,
        form: Optional[Mapping[str, Any]] = None,
        files: Mapping[str, Optional[File]] = _NOTHING,
        accept: str = "application/json",
        authenticated: bool = True,
        returns: Any = None,
        timeout: Optional[float] = None,
    ) -> ApiResponse[Any]:
        """Makes the request of a generated method, until it is answered with something but 429 and 503."""
        for name, value in path_parameters.items():
            path = path.replace("{" + name + "}", _segment(name, value))
        pairs = [
            (name, _text(item))
            for name, value in query.items()
            if value is not None
            for item in (value if isinstance(value, list) else [value])
        ]
        url = self.endpoint + path + ("?" + urlencode(pairs, quote_via=quote) if pairs else "")
        sent = {"Accept": accept, "User-Agent": f"postern-client-python/{__version__}"}
        sent.update({name: _text(value) for name, value in headers.items() if value is not None})
        content = b""
        if form is not None:
            content, sent["Content-Type"] = _multipart(form, files)
        elif body is not None:
            content = json.dumps(_plain(body), ensure_ascii=False, allow_nan=False).encode()
            sent["Content-Type"] = "application/json"
        answer = self._send(method, url, sent, content, authenticated, self.timeout if timeout is None else timeout)
        if not 200 <= answer.status <= 299:
            raise error_of(answer.status, answer.headers, answer.data)
        return ApiResponse(answer.status, answer.headers, _read(answer, returns))

    def _send(
        self, method: str, url: str, headers: Dict[str, str], content: bytes, authenticated: bool, timeout: float
    ) -> urllib3.BaseHTTPResponse:
        attempt = 1
        while True:
            proof = self._proof(method, url, headers, content) if authenticated else {}
            answer = self._pool.request(
                method,
                url,
                body=content or None,
                headers={**headers, **proof},
                timeout=timeout,
                redirect=False,
                retries=False,
            )
            if answer.status not in _RETRIED or attempt >= self.attempts:
                return answer
            delay = self.retry_delay * 2 ** (attempt - 1) * random.uniform(0.5, 1.0)
            asked = answer.headers.get("Retry-After", "")
            if asked.isascii() and asked.isdigit():
                delay = max(delay, float(asked))
                if delay > _LONGEST_DELAY:
                    return answer
            time.sleep(min(delay, _LONGEST_DELAY))
            attempt += 1

    def _proof(self, method: str, url: str, headers: Mapping[str, str], content: bytes) -> Dict[str, str]:
        if self._token is not None:
            return {"X-Auth-Token": self._token}
        if self._access_key is None or self._secret_key is None:
            return {}
        signed = {"Host": _host(url), "X-Sdk-Date": datetime.now(timezone.utc).strftime("%Y%m%dT%H%M%SZ")}
        if self._project_id is not None:
            signed["X-Project-Id"] = self._project_id
        if "Content-Type" in headers:
            signed["Content-Type"] = headers["Content-Type"]
        signed["Authorization"] = authorization(method, url, signed, content, self._access_key, self._secret_key)
        return signed


def _checked_endpoint(endpoint: str) -> str:
    try:
        parts = urlsplit(endpoint)
        good = (
            parts.scheme in ("http", "https")
            and parts.hostname
            and parts.port != 0
            and "@" not in parts.netloc
            and not parts.query
            and not parts.fragment
            and re.fullmatch(r"[!-~]+", endpoint)
        )
    except (ValueError, TypeError, AttributeError):
        good = False
    if not good:
        raise ValueError("endpoint has to be an address such as https://apig.example.com or http://localhost:8080")
    return endpoint.rstrip("/")


def _pool_of_environment(endpoint: str) -> urllib3.PoolManager:
    """Through the proxy that HTTP_PROXY, HTTPS_PROXY and NO_PROXY name, if any."""
    parts = urlsplit(endpoint)
    proxy = getproxies().get(parts.scheme)
    if proxy and not proxy_bypass(parts.netloc):
        return urllib3.ProxyManager(proxy, maxsize=10)
    return urllib3.PoolManager(maxsize=10)


def _host(url: str) -> str:
    """The header Host as it is sent: without the port that the scheme stands for."""
    parts = urlsplit(url)
    default = {"http": ":80", "https": ":443"}[parts.scheme]
    return parts.netloc[: -len(default)] if parts.netloc.endswith(default) else parts.netloc


def _segment(name: str, value: Any) -> str:
    text = _text(value)
    if text in ("", ".", ".."):
        raise ValueError(f"{name} must not be {text!r}: that is another path")
    return quote(text, safe="")


def _text(value: Any) -> str:
    if isinstance(value, Enum):
        value = value.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return value.isoformat() if isinstance(value, (date, datetime)) else str(value)


def _plain(body: Any) -> Any:
    if isinstance(body, BaseModel):
        return body.model_dump(mode="json", by_alias=True)
    return [_plain(item) for item in body] if isinstance(body, list) else to_jsonable_python(body)


def _multipart(form: Mapping[str, Any], files: Mapping[str, Optional[File]]) -> Tuple[bytes, str]:
    parts: Dict[str, Any] = {name: _text(value) for name, value in form.items() if value is not None}
    for name, file in files.items():
        if file is not None:
            parts[name] = _named(file)
    return urllib3.encode_multipart_formdata(parts)


def _named(file: File) -> Tuple[str, bytes, str]:
    if isinstance(file, tuple):
        name, content = file
    elif isinstance(file, bytes):
        name, content = "file", file
    elif isinstance(file, os.PathLike):
        with open(file, "rb") as opened:
            name, content = os.path.basename(file), opened.read()
    else:
        name, content = os.path.basename(str(getattr(file, "name", "file"))), file.read()
    return name, content, "application/octet-stream"


def _read(answer: urllib3.BaseHTTPResponse, returns: Any) -> Any:
    if returns is bytes:
        return answer.data
    if returns is None or not answer.data:
        return None
    try:
        return TypeAdapter(returns).validate_json(answer.data)
    except ValidationError as e:
        raise ApiError(answer.status, answer.headers, answer.data, f"the answer is not what was asked for: {e}") from e
