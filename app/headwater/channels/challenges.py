"""What a server asks of whoever wants in: the challenges of `WWW-Authenticate` (RFC 9110, 11.6.1), read.

Text in, values out; how a challenge is answered is known elsewhere (`credentials`, `digest_login`). The rule: whatever
stands in the fields, nothing is raised, and what makes no sense is left out.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

#: More characters of a field than this are not read.
_MOST_CHARS: Final = 16 * 1024
_TOKEN: Final = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"  # RFC 9110's word for it, no password
_PART: Final = re.compile(rf'({_TOKEN})(?:[ \t]*=[ \t]*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]*)))?')
_ESCAPED: Final = re.compile(r"\\(.)")


@dataclass(frozen=True, slots=True)
class Challenge:
    """One way in that a server offers: `scheme` as it wrote it, parameters by lower-case name."""

    scheme: str
    parameters: dict[str, str] = field(default_factory=dict)

    def speaks(self, scheme: str) -> bool:
        """Whether it is of this scheme (given in lower case)."""
        return self.scheme.lower() == scheme


def parse_challenges(fields: Iterable[str]) -> tuple[Challenge, ...]:
    """The challenges of all `WWW-Authenticate` fields of an answer, in their order."""
    found: list[Challenge] = []
    for text in fields:
        begun: Challenge | None = None
        for part in _PART.finditer(text[:_MOST_CHARS]):
            name, quoted, bare = part.groups()
            value = _ESCAPED.sub(r"\1", quoted) if quoted is not None else bare
            if value is None:
                begun = Challenge(name)
                found.append(begun)
            elif begun is not None:
                begun.parameters.setdefault(name.lower(), value)
    return tuple(found)
