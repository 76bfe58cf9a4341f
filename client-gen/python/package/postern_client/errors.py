"""What a server says when it refuses."""

from __future__ import annotations

import json
from typing import Any, Mapping, Optional


class ApiError(Exception):
    """An answer that is not the one that was asked for.

    :ivar status: the HTTP status
    :ivar error_code: the code of the error, e.g. ``APIC.7302``; None if the answer is a proxy's
    :ivar error_msg: what is wrong, in the words of the server; None if the answer is a proxy's
    :ivar request_id: the id under which the server knows the request, if it says so
    :ivar headers: the headers of the answer
    :ivar body: the body of the answer as it came
    """

    def __init__(self, status: int, headers: Mapping[str, str], body: bytes, problem: Optional[str] = None) -> None:
        super().__init__(status, headers, body, problem)
        self.status = status
        self.headers = headers
        self.body = body
        self._problem = problem
        answer = _json_object(body)
        nested = answer.get("error")
        if isinstance(nested, dict):  # IAM's form
            self.error_code = _text(nested.get("error_code", nested.get("code")))
            self.error_msg = _text(nested.get("error_msg", nested.get("message")))
        else:
            self.error_code = _text(answer.get("error_code"))
            self.error_msg = _text(answer.get("error_msg"))
        self.request_id = _text(answer.get("request_id")) or headers.get("X-Request-Id")

    def __str__(self) -> str:
        if self._problem:
            text = self._problem
        elif self.error_code or self.error_msg:
            text = f"{self.error_code}: {self.error_msg}"
        else:
            text = self.body[:200].decode("utf-8", "replace") or "no body"
        return f"{self.status} {text}" + (f" (request {self.request_id})" if self.request_id else "")

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"


class UnauthorizedError(ApiError):
    """401: the credentials are none, or wrong."""


class ForbiddenError(ApiError):
    """403: the caller may not do this."""


class NotFoundError(ApiError):
    """404: it is not there."""


class ConflictError(ApiError):
    """409: it collides with what is there."""


_BY_STATUS = {401: UnauthorizedError, 403: ForbiddenError, 404: NotFoundError, 409: ConflictError}


def error_of(status: int, headers: Mapping[str, str], body: bytes) -> ApiError:
    """The error that an answer stands for."""
    return _BY_STATUS.get(status, ApiError)(status, headers, body)


def _json_object(body: bytes) -> Mapping[str, Any]:
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return answer if isinstance(answer, dict) else {}


def _text(value: Any) -> Optional[str]:
    return None if value is None else str(value)
