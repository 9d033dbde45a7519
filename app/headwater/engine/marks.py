"""Marks of versions (ETag, Last-Modified) as one job's sources give them: has a file changed, or only its mark?

Pure state. Behind one name may stand several servers that make an ETag each in their own way, or one that makes a new
one for every answer; programs that never look at it fetch from them without a thought. The rule: a mark is passed over
only where something else speaks for one version: a date that stays, or marks that come and go as versions do not.
What such a source brings is nothing that a mark vouches for any more: `unmarked` tells whose bytes want comparing.
"""

from collections.abc import Mapping
from enum import Enum
from typing import Final

from headwater.discovery.http_fields import parse_http_date
from headwater.model.source import SourceId, Validator

#: Answers in a row that show another mark, and always the same one, before the file is taken to have changed. With two
#: servers behind one name chance alone does so once in thirty times.
_SAME_AGAIN: Final = 6
#: Dates before the web (unix s, 1991) are a fixed one, or none, told as a date: they stay whatever changes.
_FIRST_DATE_UNIX_S: Final = 662_688_000.0


class Reading(Enum):
    """What an answer's mark says beside those before it."""

    SAME = "the file is the one it was"
    CHANGED = "the file is another one"
    UNCLEAR = "the source has to be asked again"


class Marks:
    """The marks of one job's sources; `known` are those of an earlier run."""

    def __init__(self, known: Mapping[SourceId, Validator] | None = None) -> None:
        self._known: dict[SourceId, Validator] = dict(known or {})
        #: Other ETags that a source showed since, as long as nothing is clear.
        self._others: dict[SourceId, list[str]] = {}
        #: Sources whose ETag says nothing.
        self.unmarked: set[SourceId] = set()

    @property
    def known(self) -> Mapping[SourceId, Validator]:
        """What each source's file was last marked with, as far as that counts."""
        return self._known

    def condition(self, source_id: SourceId) -> Validator | None:
        """What a request is to be conditional on: nothing while another mark is about, whose file would come whole."""
        return None if self._others.get(source_id) else self._known.get(source_id)

    def read(
        self, source_id: SourceId, came: Validator, *, is_same_size: bool, is_unconditional: bool = True
    ) -> Reading:
        """Hold an answer's mark against those that `source_id` gave before.

        `is_unconditional`: it was asked without a condition, and so, if there is a doubt, after that arose.
        """
        known = self._known.get(source_id, Validator())
        if source_id in self.unmarked:
            came = Validator(None, came.last_modified)
        if known.agrees_with(came):
            if came.etag is not None and self._others.get(source_id) and is_unconditional:
                self._pass_over(source_id)  # what was gone is back, and no answer that was merely late
            return Reading.SAME
        if known.etag is None or came.etag is None or not is_same_size:
            return Reading.CHANGED
        if None not in (known.last_modified, came.last_modified):
            if known.last_modified != came.last_modified:
                return Reading.CHANGED
            if _says_when(known.last_modified):
                self._pass_over(source_id)
                return Reading.SAME
        others = self._others.setdefault(source_id, [])
        others.append(came.etag)
        if others[0] != came.etag:
            self._pass_over(source_id)
            return Reading.SAME
        return Reading.UNCLEAR if len(others) < _SAME_AGAIN else Reading.CHANGED

    def remember(self, source_id: SourceId, came: Validator) -> None:
        """The answer was of the file."""
        known = self._known.get(source_id, Validator())
        if known != came:
            etag = came.etag if came.etag is not None and source_id not in self.unmarked else known.etag
            date = came.last_modified if came.last_modified is not None else known.last_modified
            self._known[source_id] = Validator(etag, date)

    def join(self, known: Mapping[SourceId, Validator]) -> None:
        """Marks of sources that have not answered yet."""
        self._known = {**known, **self._known}

    def begin_anew(self, source_id: SourceId, came: Validator) -> None:
        """Everything starts over with what a source has now."""
        self._known = {source_id: came}
        self._others.clear()

    def _pass_over(self, source_id: SourceId) -> None:
        self.unmarked.add(source_id)
        self._others.pop(source_id, None)
        self._known[source_id] = Validator(None, self._known[source_id].last_modified)

    def __repr__(self) -> str:
        return f"<Marks of {len(self._known)} sources, {len(self.unmarked)} of which say nothing>"


def _says_when(date: str | None) -> bool:
    """Whether a date could be the one of a change."""
    moment = parse_http_date(date) if date is not None else None
    return moment is not None and moment >= _FIRST_DATE_UNIX_S
