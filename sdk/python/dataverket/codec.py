"""Dataclasses to JSON and back, by their types."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable
from datetime import datetime, timezone
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

_T = TypeVar("_T")
_Reader = Callable[[Any], Any]


def encode(value: object) -> Any:
    """What json.dumps takes; fields that are None are left out."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = ((_wire(field.name), getattr(value, field.name)) for field in dataclasses.fields(value))
        return {name: encode(each) for name, each in fields if each is not None}
    if isinstance(value, dict):
        return {name: encode(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [encode(each) for each in value]
    if isinstance(value, datetime):
        return value.astimezone(timezone.utc).isoformat().replace("+00:00", "Z")
    return value


def decode(kind: type[_T], value: Any) -> _T:
    """An instance from what json.loads gives.

    Fields of a later server are passed over; those that an earlier one does not know are empty.
    """
    return cast(_T, _reader(cast(Any, kind))(value))


@cache
def _reader(kind: Any) -> _Reader:
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        inner = _reader(next(each for each in arguments if each is not types.NoneType))
        return lambda value: None if value is None else inner(value)
    if origin is list:
        item = _reader(arguments[0])
        return lambda value: [item(each) for each in value]
    if origin is dict:
        entry = _reader(arguments[1])
        return lambda value: {name: entry(each) for name, each in value.items()}
    if dataclasses.is_dataclass(kind):
        return _object_reader(kind)
    return datetime.fromisoformat if kind is datetime else _as_it_is


def _object_reader(kind: Any) -> _Reader:
    readers: dict[str, tuple[str, Any]] = {}
    required: dict[str, Any] = {}
    hints = get_type_hints(kind)
    for field in dataclasses.fields(kind):
        readers[_wire(field.name)] = (field.name, hints[field.name])
        if field.default is dataclasses.MISSING:
            required[field.name] = hints[field.name]

    def read(value: dict[str, Any]) -> Any:
        known = {name: _empty(hint) for name, hint in required.items() if _wire(name) not in value}
        for name, each in value.items():
            if name in readers:
                field_name, hint = readers[name]
                known[field_name] = _reader(hint)(each)
        return kind(**known)

    return read


def _empty(kind: Any) -> Any:
    made = get_origin(kind) or kind
    return made() if made in (str, int, float, bool, list, dict) else None


def _as_it_is(value: Any) -> Any:
    return value


def _wire(name: str) -> str:
    # A field whose name is a keyword of Python has an underscore behind it.
    return name.rstrip("_")
