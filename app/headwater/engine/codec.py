"""Values to JSON and back, by their types: what the settings file and the catalog are written with.

Knows dataclasses, enums, paths, tuples, optionals and plain values, and nothing of what they mean. The rule: what
`decode` returns has the type asked for, or `UserError` names the place in the document that is wrong. A field that
the document lacks takes its default, and a key that no field has is ignored, so that older and newer versions of
the program can read each other's files. Secrets (fields marked `kept: False`, and what a field's function `written`
leaves out) are never encoded; what the sentence of a field marked `said` was made of is kept beside its English text.
"""

from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Final, NewType, TypeAlias, TypeVar, Union, get_args, get_origin, get_type_hints

from headwater.model.errors import UserError
from headwater.model.wording import Sentence, Size, say

Json: TypeAlias = bool | int | float | str | list["Json"] | dict[str, "Json"] | None
T = TypeVar("T")
#: Ends the key that holds what a field's sentence was made of.
SAID: Final = ".said"
#: Reads a value of one type at a place of a document. Raises `UserError`.
Read: TypeAlias = Callable[[Json, str], Any]


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
        document = {
            f.name: encode(f.metadata.get("written", _as_it_is)(getattr(value, f.name)))
            for f in fields(value)
            if f.metadata.get("kept", True)
        }
        for field in fields(value):
            sentence = getattr(value, field.name) if field.metadata.get("said") else None
            if isinstance(sentence, Sentence):
                document[field.name + SAID] = _sentence_document(sentence)
        return document
    raise TypeError(f"no JSON form for {type(value).__name__}")


def _as_it_is(value: object) -> object:
    return value


def decode(kind: type[T], document: Json, where: str = "") -> T:
    """The value of type `kind` that `document` describes. Raises `UserError`, which says where it is wrong."""
    reader: Read = _reader(kind)  # type: ignore[arg-type]  # types are hashable; the stubs of `cache` forget it
    result: T = reader(document, where)
    return result


@cache
def _reader(kind: Any) -> Read:
    """What reads values of a type: made once from its annotations, because a list of ten thousand jobs is read at
    every start. Raises `TypeError` for a type that has no form here."""
    if isinstance(kind, NewType):
        return _reader(kind.__supertype__)
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return _optional_reader(kind)
    if origin is tuple:
        return _tuple_reader(get_args(kind))
    if origin is dict:
        return _dict_reader(*get_args(kind))
    if is_dataclass(kind) and isinstance(kind, type):
        return _dataclass_reader(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return lambda document, where: _convert(kind, document, where)
    if kind is Path:
        return lambda document, where: Path(_expect(str, document, where))
    if kind is bytes:
        return lambda document, where: _convert(bytes.fromhex, _expect(str, document, where), where)
    if kind is float:
        return _read_float
    return lambda document, where: _expect(kind, document, where)


def _read_float(document: Json, where: str) -> float:
    if isinstance(document, int) and not isinstance(document, bool):
        return float(document)
    return _expect(float, document, where)


def _optional_reader(kind: Any) -> Read:
    named = [option for option in get_args(kind) if option is not NoneType]
    if len(named) != 1:
        raise TypeError(f"no JSON form for {kind}")
    read = _reader(named[0])
    if NoneType not in get_args(kind):
        return read
    return lambda document, where: None if document is None else read(document, where)


def _tuple_reader(kinds: tuple[Any, ...]) -> Read:
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        read = _reader(kinds[0])

        def read_all(document: Json, where: str) -> Any:
            return tuple(read(item, f"{where}[{i}]") for i, item in enumerate(_expect(list, document, where)))

        return read_all
    reads = [_reader(kind) for kind in kinds]

    def read_each(document: Json, where: str) -> Any:
        items = _expect(list, document, where)
        if len(items) != len(reads):
            raise UserError(
                say(
                    "{where} should have {wanted} entries and has {found}",
                    where=where or say("The document"),
                    wanted=len(reads),
                    found=len(items),
                )
            )
        pairs = zip(reads, items, strict=True)
        return tuple(read(item, f"{where}[{i}]") for i, (read, item) in enumerate(pairs))

    return read_each


def _dict_reader(key_kind: Any, value_kind: Any) -> Read:
    supertype = key_kind.__supertype__ if isinstance(key_kind, NewType) else key_kind
    read = _reader(value_kind)

    def read_items(document: Json, where: str) -> Any:
        known = _expect(dict, document, where)
        return {
            _convert(int, key, where) if supertype is int else key: read(value, f"{where}.{key}")
            for key, value in known.items()
        }

    return read_items


def _dataclass_reader(kind: type[Any]) -> Read:
    hints = get_type_hints(kind)
    parts = [
        (field.name, _reader(hints[field.name]), field.default is MISSING and field.default_factory is MISSING)
        for field in fields(kind)
    ]

    said = {field.name for field in fields(kind) if field.metadata.get("said")}

    def read_fields(document: Json, where: str) -> Any:
        known, values = _expect(dict, document, where), {}
        inside = f"{where}." if where else ""
        for name, read, is_needed in parts:
            if name in known:
                values[name] = read(known[name], inside + name)
                if name in said and name + SAID in known:
                    values[name] = _read_sentence(known[name + SAID], values[name])
            elif is_needed:
                raise UserError(say("{inside}{name} is missing", inside=inside, name=name))
        try:
            return kind(**values)
        except (ValueError, TypeError) as error:
            raise UserError(
                say("{where} is wrong: {reason}", where=where or say("The document"), reason=error)
            ) from error

    return read_fields


def _sentence_document(sentence: Sentence) -> Json:
    """What a sentence was made of; an amount of bytes stands in a list, to be told from a number."""
    values: dict[str, Json] = {}
    for name, value in sentence.values.items():
        plain: Json = [int(value)] if isinstance(value, Size) else value
        values[name] = _sentence_document(value) if isinstance(value, Sentence) else plain
    return {"template": sentence.template, "one": sentence.one, "values": values}


def _read_sentence(document: Json, text: object) -> object:
    """The sentence that says `text`; `text` itself where the document does not make it."""
    try:
        sentence = _sentence(document)
    except (ValueError, TypeError, LookupError, AttributeError):
        return text  # another version's, or damaged: it is English then
    return sentence if sentence == text else text


def _sentence(document: Any) -> Sentence:
    values: dict[str, str | int | float] = {}
    for name, value in document["values"].items():
        number = Size(value[0]) if isinstance(value, list) else value
        values[name] = _sentence(value) if isinstance(value, dict) else number
    return Sentence(document["template"], values, document["one"])


def _expect(kind: type[T], document: Json, where: str) -> T:
    right = isinstance(document, kind) and not (kind in (int, float) and isinstance(document, bool))
    if not right:
        raise UserError(
            say(
                "{where} should be {kind}, not {value:.60}",
                where=where or say("The document"),
                kind=_WORDS.get(kind, kind.__name__),
                value=repr(document),
            )
        )
    return document  # type: ignore[return-value]  # just tested


def _convert(function: Callable[[Any], T], value: object, where: str) -> T:
    try:
        return function(value)
    except (ValueError, TypeError) as error:
        raise UserError(say("{where} is wrong: {reason}", where=where or say("The document"), reason=error)) from error


_WORDS: dict[type[Any], str] = {
    int: say("a whole number"),
    float: say("a number"),
    str: say("a text"),
    bool: say("true or false"),
    list: say("a list"),
    dict: say("a group of values"),
}
