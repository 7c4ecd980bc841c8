"""Values of the domain as JSON and back, by the types that they declare: what is kept for the next look."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

# Any: what JSON holds, and what the values are made of, differs by type.
T = TypeVar("T")


def to_text(value: object) -> str:
    """A value as it is kept in the file."""
    return json.dumps(to_plain(value), ensure_ascii=False)


def from_text(kind: type[T], text: str) -> T | None:
    """The value that was kept; None where it was kept by a program whose values had another shape."""
    try:
        return from_plain(kind, json.loads(text))
    except (KeyError, TypeError, ValueError):
        return None


def to_plain(value: Any) -> Any:
    """A value made of dataclasses, days, enumerations, tuples, sets and dicts, as JSON can hold it."""
    if value is None or (isinstance(value, (bool, int, float, str)) and not isinstance(value, Enum)):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return [[to_plain(key), to_plain(each)] for key, each in value.items()]
    if isinstance(value, (tuple, list)):
        return [to_plain(each) for each in value]
    if isinstance(value, (frozenset, set)):
        return sorted(to_plain(each) for each in value)
    if is_dataclass(value):
        return [to_plain(getattr(value, each.name)) for each in fields(value)]
    raise TypeError(f"{type(value).__name__} is not kept")


def from_plain(kind: type[T], plain: Any) -> T:
    """The value of that type; raises ValueError, TypeError or KeyError where it does not fit."""
    reads: Any = kind  # a type is hashable, whatever it is a type of
    found: T = _reader(reads)(plain)
    return found


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    """How a declared type is read, worked out once."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        one = _reader(next(each for each in inner if each is not NoneType))
        return lambda plain: None if plain is None else one(plain)
    if origin in (tuple, frozenset):
        each_of = _reader(inner[0])
        return lambda plain: origin(each_of(each) for each in plain)
    if origin is dict:
        key_of, value_of = _reader(inner[0]), _reader(inner[1])
        return lambda plain: {key_of(key): value_of(each) for key, each in plain}
    if kind is date:
        return date.fromisoformat
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if is_dataclass(kind):
        return _dataclass_reader(kind)
    return lambda plain: plain


def _dataclass_reader(kind: Any) -> Callable[[Any], Any]:
    hints = get_type_hints(kind)
    readers = [(each.name, _reader(hints[each.name])) for each in fields(kind)]

    def read(plain: Any) -> Any:
        return kind(**{name: reader(each) for (name, reader), each in zip(readers, plain, strict=True)})

    return read
