"""Metalinks and torrents as programs hand them over: which of their files are meant, and what they are to be called.

Options are aria2's, as checked strings. The rule: reading, which computes, is done on a worker thread.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from headwater.control.rpc.option_values import read_names, read_selection
from headwater.control.rpc.wire import RpcError
from headwater.discovery.documents import DescribedFile
from headwater.discovery.signed_documents import CheckBeside, read_signed
from headwater.model.errors import HeadwaterError
from headwater.model.source import SourceSpec

#: A Metalink's priority that is better than no other.
_LAST: Final = 999_999


async def read_files(
    data: bytes, values: Mapping[str, str], base_url: str | None = None, beside: CheckBeside | None = None
) -> list[tuple[int, DescribedFile]]:
    """The files that `select-file` chooses (all of them without it), with their numbers from 1. Raises `RpcError`.

    `base_url` is where the document came from; `metalink-base-uri` goes before it. `beside` looks for its signature.
    """
    base_url = values.get("metalink-base-uri") or base_url
    try:
        document = await read_signed(data, base_url=base_url, beside=beside)
    except HeadwaterError as error:
        text = str(error)
        raise RpcError(text[:1].upper() + text[1:] + ("" if text.endswith(".") else ".")) from error
    chosen = read_selection(values.get("select-file", ""))
    return [
        (number, replace(file, sources=_preferred(file.sources, values)))
        for number, file in enumerate(document.files, start=1)
        if not chosen or any(number in numbers for numbers in chosen)
    ]


def named(values: Mapping[str, str], number: int) -> Mapping[str, str]:
    """The options of one file of a document: `index-out` names it."""
    name = read_names(values.get("index-out", "")).get(number)
    return values if name is None else {**values, "out": name}


def _preferred(sources: Iterable[SourceSpec], values: Mapping[str, str]) -> tuple[SourceSpec, ...]:
    """Sources in the countries, and of the scheme, that are preferred: the document's best; the others rank behind."""
    countries = {name.strip().upper() for name in values.get("metalink-location", "").split(",") if name.strip()}
    scheme = values.get("metalink-preferred-protocol", "none")
    given = tuple(sources)

    def is_preferred(source: SourceSpec) -> bool:
        return source.country in countries or source.scheme == scheme

    if not any(map(is_preferred, given)):
        return given
    return tuple(
        replace(source, priority=1 if is_preferred(source) else max(2, source.priority or _LAST)) for source in given
    )
