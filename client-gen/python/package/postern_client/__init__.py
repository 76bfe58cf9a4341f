"""Clients of API Gateway, SecMaster and IAM: one ``Client`` for the APIs of all of them."""

from postern_client._version import __version__
from postern_client.client import ApiResponse, Client
from postern_client.errors import ApiError, ConflictError, ForbiddenError, NotFoundError, UnauthorizedError
from postern_client.paging import paginate
from postern_client.tokens import create_token

__all__ = [
    "ApiError",
    "ApiResponse",
    "Client",
    "ConflictError",
    "ForbiddenError",
    "NotFoundError",
    "UnauthorizedError",
    "__version__",
    "create_token",
    "paginate",
]
