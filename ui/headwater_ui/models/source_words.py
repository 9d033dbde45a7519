"""What the cells of the source table say, and how a source's score came about, in words.

Text alone: from a snapshot to what people read.
"""

from collections.abc import Callable
from enum import IntEnum
from html import escape
from typing import Final

from PySide6.QtCore import QLocale

from headwater.model.snapshots import ScoreTerm, SourceSnapshot
from headwater.model.source import SourceState, Support
from headwater_ui.country_names import country_name
from headwater_ui.language import engine_words, local_number, marked, translate
from headwater_ui.wording import UNKNOWN, count_words, latency_words, rate_words, size_words


class SourceColumn(IntEnum):
    """Columns in their natural order."""

    RANK = 0
    HOST = 1
    STATE = 2
    SHARE = 3
    SPEED = 4
    LATENCY = 5
    CHANNELS = 6
    RECEIVED = 7
    ERRORS = 8
    SCORE = 9
    HOPS = 10
    COUNTRY = 11
    COST = 12
    RANGES = 13
    HOLDS = 14
    TOTAL = 15
    SCHEME = 16
    MULTI = 17
    WISH = 18


TITLES: Final[dict[SourceColumn, str]] = {
    SourceColumn.RANK: marked("SourceModel", "Rank"),
    SourceColumn.HOST: marked("SourceModel", "Source"),
    SourceColumn.STATE: marked("SourceModel", "State"),
    SourceColumn.SHARE: marked("SourceModel", "Share"),
    SourceColumn.SPEED: marked("SourceModel", "Speed"),
    SourceColumn.LATENCY: marked("SourceModel", "Latency"),
    SourceColumn.CHANNELS: marked("SourceModel", "Channels"),
    SourceColumn.RECEIVED: marked("SourceModel", "Received"),
    SourceColumn.ERRORS: marked("SourceModel", "Errors"),
    SourceColumn.SCORE: marked("SourceModel", "Score"),
    SourceColumn.HOPS: marked("SourceModel", "Hops"),
    SourceColumn.COUNTRY: marked("SourceModel", "Country"),
    SourceColumn.COST: marked("SourceModel", "Cost per GB"),
    SourceColumn.RANGES: marked("SourceModel", "Ranges"),
    SourceColumn.HOLDS: marked("SourceModel", "Holds"),
    SourceColumn.TOTAL: marked("SourceModel", "Share in all"),
    SourceColumn.SCHEME: marked("SourceModel", "Scheme"),
    SourceColumn.MULTI: marked("SourceModel", "Several ranges"),
    SourceColumn.WISH: marked("SourceModel", "Your wish"),
}
_RANGE_WORDS: Final = {
    Support.UNKNOWN: marked("SourceModel", "not known yet"),
    Support.YES: marked("SourceModel", "yes"),
    Support.NO: marked("SourceModel", "no, only from the beginning"),
}
_MULTI_WORDS: Final = {
    Support.UNKNOWN: marked("SourceModel", "not known yet"),
    Support.YES: marked("SourceModel", "yes"),
    Support.NO: marked("SourceModel", "no"),
}
#: Held ranges that are told one by one.
_MOST_SPANS: Final = 12


def _state_words(source: SourceSnapshot) -> str:
    words = engine_words(source.state.value)
    words = words[:1].upper() + words[1:]
    # Why it is not used goes before what is wished of it, which the tip and a column of its own tell, too.
    wish = "" if source.reason or source.state is SourceState.DISABLED else wish_words(source)
    words = f"{words}, {wish}" if wish else words
    if source.is_unverified:
        words = translate("SourceModel", "{state}, identity not checked").format(state=words)
    return f"{words}: {engine_words(source.reason)}" if source.reason else words


def is_measured(source: SourceSnapshot) -> bool:
    """Whether a source was seen delivering: before that its score is made of what is told of it alone."""
    return any(term.criterion == "throughput" and term.value is not None for term in source.terms)


def wish_words(source: SourceSnapshot) -> str:
    """What a person wishes of a source within this job; empty for nothing."""
    words = []
    if source.pinned:
        words.append(translate("SourceModel", "pinned"))
    elif source.place is not None:
        words.append(translate("SourceModel", "your no. {place}").format(place=source.place))
    if source.rate_limit_bytes_per_s is not None:
        words.append(translate("SourceModel", "at most {rate}").format(rate=rate_words(source.rate_limit_bytes_per_s)))
    return ", ".join(words)


def held_words(source: SourceSnapshot) -> str:
    """The ranges that a source holds, one a line."""
    if source.holds is None:
        return translate("SourceModel", "It holds all of the file, as far as is known")
    lines = [f"{size_words(span.start)} – {size_words(None if span.is_open else span.end)}" for span in source.holds]
    if len(lines) > _MOST_SPANS:
        lines = [*lines[:_MOST_SPANS], "…"]
    return "\n".join(lines) or translate("SourceModel", "It holds nothing of the file")


def _wish_cell(source: SourceSnapshot) -> str:
    """All that is wished of it: within this job, and by preferences and documents."""
    words = wish_words(source)
    if source.external_rank is not None:
        rank = translate("SourceModel", "preferred {rank:.2f}").format(rank=source.external_rank)
        words = f"{words}, {rank}" if words else rank
    return words or UNKNOWN


def _range_words(source: SourceSnapshot) -> str:
    if source.ranges is Support.YES and source.multi_range is Support.YES:
        return translate("SourceModel", "yes, several at once")
    return translate("SourceModel", _RANGE_WORDS[source.ranges])


_TEXTS: Final[dict[int, Callable[[SourceSnapshot], str]]] = {
    SourceColumn.RANK: lambda source: str(source.rank),
    SourceColumn.HOST: lambda source: source.host,
    SourceColumn.STATE: _state_words,
    SourceColumn.SHARE: lambda source: f"{source.share * 100:.0f} %" if source.share else UNKNOWN,
    SourceColumn.SPEED: lambda source: rate_words(source.rate_bytes_per_s),
    SourceColumn.LATENCY: lambda source: latency_words(source.latency_s),
    SourceColumn.CHANNELS: lambda source: str(source.channels),
    SourceColumn.RECEIVED: lambda source: size_words(source.received_bytes),
    SourceColumn.ERRORS: lambda source: str(source.errors) if source.errors else UNKNOWN,
    SourceColumn.SCORE: lambda source: local_number(f"{source.score:.2f}") if is_measured(source) else UNKNOWN,
    SourceColumn.HOPS: lambda source: UNKNOWN if source.hops is None else str(source.hops),
    SourceColumn.COUNTRY: lambda source: source.country or UNKNOWN,
    SourceColumn.COST: lambda source: (
        UNKNOWN if source.cost_per_gb is None else local_number(f"{source.cost_per_gb:.2f}")
    ),
    SourceColumn.RANGES: _range_words,
    SourceColumn.HOLDS: lambda source: (
        translate("SourceModel", "all") if source.holds is None else count_words(len(source.holds), "span")
    ),
    SourceColumn.SCHEME: lambda source: source.url.partition("://")[0].lower(),
    SourceColumn.MULTI: lambda source: translate("SourceModel", _MULTI_WORDS[source.multi_range]),
    SourceColumn.WISH: _wish_cell,
}


def source_text(source: SourceSnapshot, column: int) -> str:
    """What one cell says, of what the source itself tells."""
    return _TEXTS[column](source)


def hint(source: SourceSnapshot, column: int) -> str:
    """What a cell says to who points at it."""
    if column == SourceColumn.HOLDS:
        return held_words(source)
    if column == SourceColumn.COUNTRY and source.country is not None:
        return country_name(source.country)
    if column == SourceColumn.STATE and source.reason:
        return engine_words(source.reason)
    return explain_score(source)


def _number(value: float) -> str:
    return local_number(f"{value:.3g}") if value < 1000 else QLocale().toString(round(value))


_HOPS: Final = marked("SourceModel", "%Ln hop(s)")
#: A criterion's raw value in words; one that is not here is told as a bare number.
_RAW_WORDS: Final[dict[str, Callable[[float], str]]] = {
    "throughput": rate_words,
    "latency": latency_words,
    "hops": lambda value: translate("SourceModel", _HOPS, None, round(value)),
    "distance": lambda value: f"{_number(value)} km",
    "cost": lambda value: translate("SourceModel", "{number} per GB").format(number=_number(value)),
}


def _term_words(term: ScoreTerm) -> str:
    """What was measured or told, in its unit."""
    return engine_words(term.words) if term.raw is None else _RAW_WORDS.get(term.criterion, _number)(term.raw)


def explain_score(source: SourceSnapshot) -> str:
    """The score of a source term by term, as rich text."""
    rows = "".join(
        f"<tr><td>{escape(engine_words(term.criterion))}</td><td align='right'>&nbsp;&nbsp;"
        + (
            "</td><td></td><td></td>"
            if term.value is None
            else local_number(
                f"{term.value:.2f}</td><td>&nbsp;× {term.weight:g}&nbsp;</td><td align='right'>→ {term.part:.2f}</td>"
            )
        )
        + f"<td>&nbsp;&nbsp;{escape(_term_words(term))}</td></tr>"
        for term in source.terms
    )
    if is_measured(source):
        head = translate("SourceModel", "<b>{host}</b>, rank {rank}, score {score}")
    else:
        head = translate("SourceModel", "<b>{host}</b>, rank {rank}; its throughput is not measured yet")
    head = head.format(host=escape(source.host), rank=source.rank, score=local_number(f"{source.score:.2f}"))
    wish = wish_words(source)
    if wish:
        head += "<br>" + escape(translate("SourceModel", "You wish: {wish}").format(wish=wish))
    reason = f"<br>{escape(engine_words(source.reason))}" if source.reason else ""
    wasted = ""
    if source.wasted_bytes:
        wasted = "<br>" + translate("SourceModel", "{size} came twice or in vain").format(
            size=size_words(source.wasted_bytes)
        )
    return f"{head}{reason}<table>{rows}</table>{escape(source.url)}{wasted}"
