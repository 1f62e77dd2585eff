"""One request, and what the server answered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timezone
from email.message import Message
from typing import Protocol
from urllib.parse import quote, urlencode

QueryValue = str | int | bool | datetime | None


@dataclass(frozen=True, slots=True)
class Reply:
    """What the server answered."""

    status: int
    headers: Message
    body: bytes = field(repr=False)

    @property
    def etag(self) -> str | None:
        """As it is sent back to say which state of the resource a change is meant for."""
        return self.headers.get("ETag")

    @property
    def request_id(self) -> str | None:
        """For support."""
        return self.headers.get("X-Request-Id")

    @property
    def replayed(self) -> bool:
        """Whether a stored answer was given, the idempotency key having been used before."""
        return bool(self.headers.get("Idempotency-Replayed") == "true")


@dataclass(frozen=True, slots=True)
class Request:
    """One request, before the client adds its headers."""

    method: str
    path: str
    query: Mapping[str, QueryValue] = field(default_factory=dict)
    body: object | None = None
    merge_patch: bool = False
    if_match: str | None = None
    idempotency_key: str | None = None
    on_reply: Callable[[Reply], None] | None = None
    answer_within: float | None = None

    @property
    def target(self) -> str:
        """The path with its query; what is None is left out."""
        query = {name: _text(value) for name, value in self.query.items() if value is not None}
        return f"{self.path}?{urlencode(query, quote_via=quote)}" if query else self.path


class _Generational(Protocol):
    @property
    def generation(self) -> int: ...


def etag(resource: _Generational) -> str:
    """The ETag of a resource as it was read."""
    return f'"g{resource.generation}"'


def segment(value: str) -> str:
    """A value as it stands in a path."""
    return quote(value, safe="@")


def _text(value: QueryValue) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case datetime():
            return value.astimezone(timezone.utc).isoformat().replace("+00:00", "Z")
        case _:
            return str(value)
