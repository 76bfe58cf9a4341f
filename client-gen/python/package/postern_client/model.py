"""What all generated models and enums have in common."""

from __future__ import annotations

import re
from enum import Enum
from typing import Any, ClassVar, Dict, FrozenSet, Iterator, Optional, Tuple

from pydantic import BaseModel, ConfigDict, SerializerFunctionWrapHandler, model_serializer

_SECRET = re.compile("password$|secret$|private_key$|^app_code$")


class Model(BaseModel):
    """What an operation takes or answers.

    What is ``None`` is not sent, except where the API has a use for null and it was set. Fields that this client does
    not know are kept and sent as they are; ``model_extra`` has them.
    """

    model_config = ConfigDict(
        populate_by_name=True,
        validate_assignment=True,
        extra="allow",
        defer_build=True,
        hide_input_in_errors=True,
        protected_namespaces=(),
    )

    _nullable: ClassVar[FrozenSet[str]]

    @model_serializer(mode="wrap")
    def _leave_out_what_is_not_set(self, handler: SerializerFunctionWrapHandler) -> Dict[str, Any]:
        kept = (self._nullable & self.model_fields_set) | set(self.model_extra or ())
        return {name: value for name, value in handler(self).items() if value is not None or name in kept}

    def __repr_args__(self) -> Iterator[Tuple[Optional[str], Any]]:
        for name, value in super().__repr_args__():
            if value is not None:
                yield name, "***" if isinstance(value, str) and name and _SECRET.search(name) else value


class OpenEnum(Enum):
    """An enum that may get values: one that it does not know is a member of its own, without a name in the class."""

    @classmethod
    def _missing_(cls, value: Any) -> Any:
        kind = cls._member_type_  # type: ignore[attr-defined]
        if not isinstance(value, kind) or isinstance(value, bool):
            return None
        member = kind.__new__(cls, value)
        member._name_ = str(value)
        member._value_ = value
        return member

    def __str__(self) -> str:
        return str(self.value)

    def __hash__(self) -> int:
        return hash(self.value)
