"""The entrance: what of a file a player, viewer or archiver needs first, in order.

The plan is a value: spans in order of need, and what was understood on the way. It is made anew each time
some of the bytes it asked for have come, until `is_settled` says that nothing more can be learnt.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from headwater.formats import audio, avi, matroska, mp4, mpegts, ogg, pdf, tiff, zip_archive
from headwater.formats.byte_view import ByteView, Malformed, NotYet
from headwater.formats.needs import Needs
from headwater.formats.sniff import Container, sniff
from headwater.model.spans import Span

#: How much of the beginning every format gets first; sniffing needs less.
HEAD_BYTES: Final = 64 * 1024


@dataclass(frozen=True, slots=True)
class Plan:
    """What to fetch first. `is_settled`: more bytes would not change it; `note`: one plain sentence, or None.

    `codecs` as in `Needs`.
    """

    container: Container
    spans: tuple[Span, ...]
    rate_bytes_per_s: float | None
    is_settled: bool
    note: str | None = None
    codecs: tuple[str, ...] = ()


Parser = Callable[[ByteView], Needs]

_PARSERS: Final[dict[Container, Parser]] = {
    Container.MP4: mp4.find_needs,
    Container.MATROSKA: matroska.find_needs,
    Container.OGG: ogg.find_needs,
    Container.MP3: audio.find_mp3_needs,
    Container.FLAC: audio.find_flac_needs,
    Container.WAV: audio.find_wav_needs,
    Container.AVI: avi.find_needs,
    Container.MPEGTS: mpegts.find_needs,
    Container.PDF: pdf.find_needs,
    Container.ZIP: zip_archive.find_needs,
    Container.TIFF: tiff.find_needs,
}


def plan_spans(view: ByteView) -> Plan:
    """Read as far as the bytes reach; say which spans are needed next, all of them inside the file."""
    head = Span(0, min(HEAD_BYTES, view.size_bytes)) if view.size_bytes else None
    if head is None:
        return Plan(Container.PLAIN, (), None, is_settled=True)
    try:
        container = sniff(view.read(0, head.end))
    except NotYet:
        return Plan(Container.PLAIN, (head,), None, is_settled=False)
    parser = _PARSERS.get(container)
    if parser is None:
        return Plan(container, (head,), None, is_settled=True)
    try:
        needs = parser(view)
    except NotYet as missing:
        return Plan(container, (head, missing.span), None, is_settled=False)
    except Malformed as fault:
        return Plan(container, (head,), None, is_settled=True, note=f"The file's structure is odd: {fault}.")
    return Plan(container, (head, *needs.spans), needs.rate_bytes_per_s, is_settled=True, codecs=needs.codecs)
