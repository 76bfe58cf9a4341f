"""Lists that come in pages."""

from __future__ import annotations

from typing import Any, Callable, Iterator


def paginate(
    operation: Callable[..., Any], *args: Any, limit: int = 100, offset: int = 0, **kwargs: Any
) -> Iterator[Any]:
    """All items of a list, asked for page by page while they are used.

    :param operation: a method of an API with ``offset`` and ``limit``, e.g. ``GatewayApi(client).list_instances_v2``
    :param limit: how many items to ask for at once
    :param offset: how many items to leave out at the beginning
    """
    while True:
        page = operation(*args, limit=limit, offset=offset, **kwargs)
        items = next((value for name in type(page).model_fields if isinstance(value := getattr(page, name), list)), [])
        yield from items
        offset += len(items)
        total = getattr(page, "total", None)
        if not items or (len(items) < limit if total is None else offset >= total):
            return
