"""Bencoding (BEP 3), read only: bytes -> integers, byte strings, lists and dictionaries.

Input comes from strangers: depth, digits of an integer and number of values are bounded, and nothing recurses.
Dictionaries must have unique keys; that they are sorted is not insisted upon, for torrents in the world are not.
"""

from typing import Final, TypeAlias

from headwater.model.errors import UserError
from headwater.model.wording import say

Value: TypeAlias = int | bytes | list["Value"] | dict[bytes, "Value"]

MAX_DEPTH: Final = 64
MAX_VALUES: Final = 1_000_000
_MAX_DIGITS: Final = 19

_LIST, _DICT, _INTEGER, _END, _MINUS, _COLON = b"ldie-:"
_DIGITS: Final = frozenset(b"0123456789")


def decode(data: bytes) -> Value:
    """The one value that `data` encodes. Raises `UserError` for anything else, or anything beyond measure."""
    return _Decoder(data).decode()


class _Decoder:
    """One pass over the bytes with a stack of the containers that are open."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0
        self._values = 0
        self._open: list[list[Value] | dict[bytes, Value]] = []
        self._keys: list[bytes | None] = []

    def decode(self) -> Value:
        while True:
            value = self._next()
            if value is None:
                continue
            self._values += 1
            if self._values > MAX_VALUES:
                raise _refusal(say("holds more than {most} values", most=MAX_VALUES))
            if not self._open:
                if self._at != len(self._data):
                    raise _refusal(say("goes on after its end"))
                return value
            self._put(value)

    def _next(self) -> Value | None:
        """The next whole value; None when a container was opened instead."""
        head = self._peek()
        if head in _DIGITS:
            return self._read_string()
        self._at += 1
        if head == _INTEGER:
            return self._read_integer()
        if head in {_LIST, _DICT}:
            if len(self._open) >= MAX_DEPTH:
                raise _refusal(say("is nested more than {most} deep", most=MAX_DEPTH))
            self._open.append([] if head == _LIST else {})
            self._keys.append(None)
            return None
        if head == _END and self._open:
            if self._keys.pop() is not None:
                raise _refusal(say("has a key without a value"))
            return self._open.pop()
        raise _refusal(say("cannot be read at byte {at}", at=self._at - 1))

    def _put(self, value: Value) -> None:
        """Put a value into the innermost open container."""
        container = self._open[-1]
        if isinstance(container, list):
            container.append(value)
            return
        key = self._keys[-1]
        if key is not None:
            container[key] = value
            self._keys[-1] = None
        elif not isinstance(value, bytes):
            raise _refusal(say("has a key that is no string"))
        elif value in container:
            raise _refusal(say("has the same key twice"))
        else:
            self._keys[-1] = value

    def _peek(self) -> int:
        if self._at >= len(self._data):
            raise _refusal(say("ends too early"))
        return self._data[self._at]

    def _read_digits(self, end: int) -> int:
        start = self._at
        while self._peek() in _DIGITS:
            self._at += 1
            if self._at - start > _MAX_DIGITS:
                raise _refusal(say("holds a number too large to be meant"))
        digits = self._data[start : self._at]
        if not digits or self._peek() != end or (len(digits) > 1 and digits[:1] == b"0"):
            raise _refusal(say("holds a malformed number at byte {start}", start=start))
        self._at += 1
        return int(digits)

    def _read_integer(self) -> int:
        negative = self._peek() == _MINUS
        self._at += negative
        number = self._read_digits(_END)
        if negative and number == 0:
            raise _refusal(say("holds a negative zero"))
        return -number if negative else number

    def _read_string(self) -> bytes:
        length = self._read_digits(_COLON)
        if length > len(self._data) - self._at:
            raise _refusal(say("ends too early"))
        self._at += length
        return self._data[self._at - length : self._at]


def _refusal(what: str) -> UserError:
    return UserError(say("this is no usable torrent: the file {what}", what=what))
