"""Digest authentication (RFC 7616): which challenges can be met, and the field that meets one.

Pure but for the client's nonce, which has to be chance. The rule: a nonce is counted, never repeated with one count.
"""

import hashlib
import secrets
from collections.abc import Callable
from typing import Final

from yarl import URL

from headwater.channels.challenges import Challenge
from headwater.model.access import Credential

#: Functions by the names that RFC 7616 (section 6.1) gives them, best first.
_FUNCTIONS: Final = {"SHA-512-256": "sha512_256", "SHA-256": "sha256", "MD5": "md5"}
_SESSION: Final = "-SESS"


def best_digest(challenges: tuple[Challenge, ...]) -> Challenge | None:
    """The strongest of the digest challenges that can be met, None where there is none."""
    known = list(_FUNCTIONS)
    able = [one for one in challenges if one.speaks("digest") and _can_meet(one.parameters)]
    return min(able, key=lambda one: known.index(_function_name(one.parameters)), default=None)


class DigestLogin:
    """Answers one challenge for any number of requests to its server."""

    def __init__(self, credential: Credential, challenge: Challenge) -> None:
        self._credential = credential
        self._parameters = challenge.parameters
        self._count = 0

    @property
    def is_worn(self) -> bool:
        """Whether its nonce has served before, so that a refusal may only mean that it is too old."""
        return self._count > 1

    def field(self, url: str) -> str:
        """The value of `Authorization` for a GET of `url`."""
        self._count += 1
        told, quality = self._parameters, _quality(self._parameters)
        target, count, own_nonce = URL(url, encoded=True).raw_path_qs, f"{self._count:08x}", secrets.token_hex(8)
        quoted = {"username": self._credential.user, "realm": told["realm"], "nonce": told["nonce"], "uri": target}
        quoted["response"] = self._response(target, count, own_nonce)
        if "opaque" in told:
            quoted["opaque"] = told["opaque"]
        bare = {"algorithm": told["algorithm"]} if "algorithm" in told else {}
        if quality:
            quoted["cnonce"] = own_nonce
            bare |= {"qop": quality, "nc": count}
        parts = [f'{name}="{_escaped(value)}"' for name, value in quoted.items()]
        parts += [f"{name}={value}" for name, value in bare.items()]
        return "Digest " + ", ".join(parts)

    def _response(self, target: str, count: str, own_nonce: str) -> str:
        """What proves the password for one request (RFC 7616, 3.4.1 to 3.4.3; without a quality RFC 2069, 2.1.2)."""
        told, digest = self._parameters, _digest_of(self._parameters)
        nonce, quality = told["nonce"], _quality(told)
        secret = digest(f"{self._credential.user}:{told['realm']}:{self._credential.password}")
        if told.get("algorithm", "").upper().endswith(_SESSION):
            secret = digest(f"{secret}:{nonce}:{own_nonce}")
        asked = f"GET:{target}"
        if quality == "auth-int":
            asked += ":" + digest("")  # a GET has no body
        if quality:
            return digest(f"{secret}:{nonce}:{count}:{own_nonce}:{quality}:{digest(asked)}")
        return digest(f"{secret}:{nonce}:{digest(asked)}")


def _can_meet(told: dict[str, str]) -> bool:
    is_known = _function_name(told) in _FUNCTIONS and _quality(told) is not None
    return is_known and "realm" in told and bool(told.get("nonce"))


def _function_name(told: dict[str, str]) -> str:
    return told.get("algorithm", "MD5").upper().removesuffix(_SESSION)


def _quality(told: dict[str, str]) -> str | None:
    """The quality of protection to use, "" for that of RFC 2069, None where only unknown ones are offered."""
    offered = [word.strip().lower() for word in told.get("qop", "").split(",") if word.strip()]
    if not offered:
        return ""
    return next((word for word in ("auth", "auth-int") if word in offered), None)


def _digest_of(told: dict[str, str]) -> Callable[[str], str]:
    """RFC 7616's `H`: the digest of a text in UTF-8, in hex."""
    name = _FUNCTIONS[_function_name(told)]

    def digest(text: str) -> str:
        return hashlib.new(name, text.encode(), usedforsecurity=False).hexdigest()

    return digest


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
