"""Addresses as programs hand them over: which of them can become sources of a job.

Pure. The rule: who may command downloads may not read this computer's files thereby. `file:` addresses are taken where
a person gave them to the program itself: on its command line and in the files that this names.
"""

from collections.abc import Iterable, Sequence

from headwater.control.rpc.wire import RpcError
from headwater.model.source import SourceSpec


def read_sources(urls: Sequence[str]) -> tuple[SourceSpec, ...]:
    """Mirrors of one file. Raises `RpcError` for what nobody could fetch."""
    sources = tuple(SourceSpec(url) for url in dict.fromkeys(url.strip() for url in urls))
    if any(source.scheme == "magnet" for source in sources):
        raise RpcError("Magnet links are not supported, because Headwater takes files from servers and has no swarm.")
    if not all(source.scheme for source in sources):
        raise RpcError("No URI to download.")
    return sources


def refuse_local(sources: Iterable[SourceSpec]) -> None:
    """Raise `RpcError` where one is a file of this computer."""
    if any(source.scheme == "file" for source in sources):
        raise RpcError("Programs cannot have this computer's own files fetched; give an address of a server.")
