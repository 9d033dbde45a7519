"""Parameters of a call, taken out one by one with aria2's complaints."""

from typing import Any, TypeVar

from headwater.control.rpc.wire import RpcError

_Type = TypeVar("_Type", str, int, list[Any], dict[str, Any])


class Params:
    """Positional parameters; index 0 is the first after the token."""

    def __init__(self, values: list[Any]) -> None:
        self._values = values

    def required(self, index: int, kind: type[_Type]) -> _Type:
        """Raises `RpcError` when it is missing or of another type."""
        value = self.optional(index, kind)
        if value is None:
            raise RpcError(f"The parameter at {index} is required but missing.")
        return value

    def optional(self, index: int, kind: type[_Type]) -> _Type | None:
        """None when it is missing; raises `RpcError` when it is of another type."""
        if index >= len(self._values):
            return None
        value = self._values[index]
        if not isinstance(value, kind) or isinstance(value, bool):
            raise RpcError(f"The parameter at {index} has wrong type.")
        return value

    def count(self, index: int, least: int = 0) -> int:
        """A required number of at least `least`."""
        value = self.required(index, int)
        if value < least:
            bound = f"the value must be greater than or equal to {least}."
            raise RpcError(f"The integer parameter at {index} has invalid value: {bound}")
        return value

    def position(self, index: int) -> int | None:
        """An optional position in the queue, which must not be negative."""
        value = self.optional(index, int)
        if value is not None and value < 0:
            raise RpcError("Position must be greater than or equal to 0.")
        return value

    def keys(self, index: int) -> frozenset[str]:
        """An optional list of keys to answer with; empty means all."""
        return frozenset(key for key in self.optional(index, list) or [] if isinstance(key, str))
