"""Values to JSON and back, by their types: what the settings file and the catalog are written with.

Knows dataclasses, enums, paths, tuples, optionals and plain values, and nothing of what they mean. The rule: what
`decode` returns has the type asked for, or `UserError` names the place in the document that is wrong. A field that
the document lacks takes its default, and a key that no field has is ignored, so that older and newer versions of
the program can read each other's files. Secrets (fields marked `kept: False`) are never encoded.
"""

from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, NewType, TypeAlias, TypeVar, Union, get_args, get_origin, get_type_hints

from headwater.model.errors import UserError

Json: TypeAlias = bool | int | float | str | list["Json"] | dict[str, "Json"] | None
T = TypeVar("T")


def encode(value: object) -> Json:
    """`value` as JSON. Raises `TypeError` for a type that has no form here: a fault of the program."""
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, Enum):
        return encode(value.value)
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, tuple | list | frozenset):
        return [encode(item) for item in value]
    if isinstance(value, dict):
        return {str(key): encode(item) for key, item in value.items()}
    if is_dataclass(value):
        return {f.name: encode(getattr(value, f.name)) for f in fields(value) if f.metadata.get("kept", True)}
    raise TypeError(f"no JSON form for {type(value).__name__}")


def decode(kind: type[T], document: Json, where: str = "") -> T:
    """The value of type `kind` that `document` describes. Raises `UserError`, which says where it is wrong."""
    result: T = _decode(kind, document, where)
    return result


def _decode(kind: Any, document: Json, where: str) -> Any:
    if isinstance(kind, NewType):
        return _decode(kind.__supertype__, document, where)
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return _decode_union(kind, document, where)
    if origin is tuple:
        return _decode_tuple(get_args(kind), document, where)
    if origin is dict:
        key_kind, value_kind = get_args(kind)
        known = _expect(dict, document, where)
        return {_key(key_kind, k, where): _decode(value_kind, v, f"{where}.{k}") for k, v in known.items()}
    if is_dataclass(kind) and isinstance(kind, type):
        return _decode_dataclass(kind, _expect(dict, document, where), where)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _convert(kind, document, where)
    if kind is Path:
        return Path(_expect(str, document, where))
    if kind is bytes:
        return _convert(bytes.fromhex, _expect(str, document, where), where)
    if kind is float and isinstance(document, int) and not isinstance(document, bool):
        return float(document)
    return _expect(kind, document, where)


def _key(kind: Any, text: str, where: str) -> Any:
    supertype = kind.__supertype__ if isinstance(kind, NewType) else kind
    return _convert(int, text, where) if supertype is int else text


def _decode_union(kind: Any, document: Json, where: str) -> Any:
    options = get_args(kind)
    if document is None and NoneType in options:
        return None
    named = [option for option in options if option is not NoneType]
    if len(named) != 1:
        raise TypeError(f"no JSON form for {kind}")
    return _decode(named[0], document, where)


def _decode_tuple(kinds: tuple[Any, ...], document: Json, where: str) -> tuple[Any, ...]:
    items = _expect(list, document, where)
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        return tuple(_decode(kinds[0], item, f"{where}[{i}]") for i, item in enumerate(items))
    if len(items) != len(kinds):
        raise UserError(f"{where or 'The document'} should have {len(kinds)} entries and has {len(items)}")
    pairs = zip(kinds, items, strict=True)
    return tuple(_decode(kind, item, f"{where}[{i}]") for i, (kind, item) in enumerate(pairs))


def _decode_dataclass(kind: type[Any], document: dict[str, Json], where: str) -> Any:
    values: dict[str, Any] = {}
    hints = get_type_hints(kind)
    for field in fields(kind):
        place = f"{where}.{field.name}" if where else field.name
        if field.name in document:
            values[field.name] = _decode(hints[field.name], document[field.name], place)
        elif field.default is MISSING and field.default_factory is MISSING:
            raise UserError(f"{place} is missing")
    return _convert(lambda known: kind(**known), values, where)


def _expect(kind: type[T], document: Json, where: str) -> T:
    right = isinstance(document, kind) and not (kind in (int, float) and isinstance(document, bool))
    if not right:
        raise UserError(f"{where or 'The document'} should be {_WORDS.get(kind, kind.__name__)}, not {document!r:.60}")
    return document  # type: ignore[return-value]  # just tested


def _convert(function: Callable[[Any], T], value: object, where: str) -> T:
    try:
        return function(value)
    except (ValueError, TypeError) as error:
        raise UserError(f"{where or 'The document'} is wrong: {error}") from error


_WORDS: dict[type[Any], str] = {
    int: "a whole number",
    float: "a number",
    str: "a text",
    bool: "true or false",
    list: "a list",
    dict: "a group of values",
}
