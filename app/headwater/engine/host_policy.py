"""The administrator's policy file: host preferences for everybody who uses this computer.

    {"hosts": [{"pattern": "*.corp.example", "rank": 1.0}, {"pattern": "*.far.example", "block": true}]}

or the same as TOML, with the fields of `model.source.HostPreference`. Reading and checking live here; how its lines
combine with a person's own is `schedule.host_preferences`', and they come first. The rule: a file that has a fault is
not taken at all, and one sentence says where the fault is, because half a policy is another policy.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Final

from headwater.engine.codec import decode
from headwater.model.errors import UserError
from headwater.model.source import HostPreference
from headwater.model.wording import say

#: Largest file that is read.
MAX_POLICY_BYTES: Final = 1024**2
_KNOWN: Final = frozenset(field.name for field in fields(HostPreference))


@dataclass(frozen=True, slots=True)
class _Document:
    hosts: tuple[HostPreference, ...]


def load_policy(files: Sequence[Path]) -> tuple[tuple[HostPreference, ...], str | None]:
    """The lines of the first file that is there, and a sentence where it cannot be used. Blocks on the disk."""
    for path in files:
        try:
            with path.open("rb") as file:
                data = file.read(MAX_POLICY_BYTES + 1)
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError as error:
            return (), say(
                "The administrator's policy in {path} cannot be read: {reason}.",
                path=path,
                reason=error.strerror or error,
            )
        try:
            return parse_policy(data, is_toml=path.suffix == ".toml"), None
        except UserError as error:
            return (), say(
                "The administrator's policy in {path} is not in force: {reason:clause}.", path=path, reason=error
            )
    return (), None


def parse_policy(data: bytes, *, is_toml: bool) -> tuple[HostPreference, ...]:
    """The preferences that a policy's text holds. Raises `UserError`, which says where it is wrong."""
    if len(data) > MAX_POLICY_BYTES:
        raise UserError(say("it is larger than {most:,} bytes", most=MAX_POLICY_BYTES))
    try:
        text = data.decode("utf-8")
        document = _read_toml(text) if is_toml else json.loads(text)
    except UnicodeDecodeError as error:
        raise UserError("it is not text in UTF-8") from error
    except json.JSONDecodeError as error:
        raise UserError(say("line {line} is not JSON ({reason})", line=error.lineno, reason=error.msg)) from error
    except RecursionError as error:
        raise UserError("it is nested too deeply") from error
    lines = decode(_Document, document).hosts
    # A key that is spelled wrongly would silently allow what should not be.
    for number, line in enumerate(document["hosts"]):
        strange = sorted(line.keys() - _KNOWN)
        if strange:
            raise UserError(
                say(
                    "hosts[{number}] has “{name}”, which is none of {known}",
                    number=number,
                    name=strange[0],
                    known=", ".join(sorted(_KNOWN)),
                )
            )
    return lines


def _read_toml(text: str) -> Any:
    """What TOML says. Raises `UserError`."""
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UserError(say("it is not TOML ({reason})", reason=error)) from error
