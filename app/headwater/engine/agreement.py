"""Do the sources of a job serve one file? Judged from the headers of their answers: pure policy.

Sizes are compared between sources; a validator (ETag, Last-Modified) only with earlier answers of the same source,
because mirrors make their own (`marks`). The rule: as long as nothing is trusted, the size most sources name wins, and
among equals the one named by the source that was given first. What is trusted is never outvoted, and what may be a web
page (an error, a login) has a vote only where nothing else answered. Only when every source has changed since an
earlier run, whose bytes nobody can complete any more, everything starts over. A source that joins when bytes are here
already has no vote on the size they belong to: it fits, or it is set aside and what is here is kept.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from headwater.engine.marks import Marks, Reading
from headwater.model.source import SourceId, Validator
from headwater.model.wording import say


@dataclass(frozen=True, slots=True)
class Ruling:
    """What follows from an answer.

    `size_bytes` is the file's size as agreed now (None: nobody told it yet); `rejected` are sources to be set aside
    from now on, each with the reason; `start_over` says that bytes had so far belong to a file that lost. `is_unclear`:
    nothing may be taken from the answer, and another one of the same source will tell more.
    """

    size_bytes: int | None
    rejected: tuple[tuple[SourceId, str], ...] = ()
    start_over: bool = False
    is_unclear: bool = False


class Agreement:
    """The claims of one job's sources. `order` lists the sources as they were given, first first.

    `trusted_size_bytes` comes from a person or a Metalink, `earlier_size_bytes` from data on the disk, `validators`
    from the run that brought it; `newcomers` are the sources that had no part in that.
    """

    def __init__(
        self,
        order: Sequence[SourceId],
        trusted_size_bytes: int | None = None,
        validators: Mapping[SourceId, Validator] | None = None,
        earlier_size_bytes: int | None = None,
        newcomers: Collection[SourceId] = (),
    ) -> None:
        self._order = list(order)
        self._newcomers = set(newcomers)
        self._trusted = trusted_size_bytes if trusted_size_bytes is not None else earlier_size_bytes
        self._marks = Marks(validators)
        #: Sources of an earlier run that have not confirmed yet that they have what it brought.
        self._unconfirmed = set(validators or {})
        self._earlier_size = earlier_size_bytes if trusted_size_bytes is None else None
        self._outdated: set[SourceId] = set()
        self._claims: dict[SourceId, int | None] = {}
        self._doubtful: set[SourceId] = set()
        self._faulty: dict[SourceId, str] = {}
        self._outvoted: dict[SourceId, str] = {}
        self._size = self._trusted

    @property
    def size_bytes(self) -> int | None:
        """The size as agreed now."""
        return self._size

    @property
    def validators(self) -> Mapping[SourceId, Validator]:
        """The latest validator of each source that is not set aside."""
        return self._marks.known

    def condition(self, source_id: SourceId) -> Validator | None:
        """What a request of a source is to be conditional on; None where nothing is known, or in doubt."""
        return self._marks.condition(source_id)

    @property
    def unmarked(self) -> Collection[SourceId]:
        """Sources whose marks change from answer to answer while their file does not seem to."""
        return self._marks.unmarked

    @property
    def rejected(self) -> Mapping[SourceId, str]:
        """The sources set aside, and why."""
        return {**self._outvoted, **self._faulty}

    def set_order(
        self,
        order: Sequence[SourceId],
        validators: Mapping[SourceId, Validator] | None = None,
        *,
        keeps_bytes: bool = False,
    ) -> None:
        """Take a new list of sources; claims of those that went are forgotten.

        `validators` of sources that have not answered yet are held against them when they do. `keeps_bytes`: there are
        bytes already, so that those who join now are newcomers.
        """
        if keeps_bytes and self._size is not None:
            self._newcomers.update(set(order).difference(self._order))
        self._order = list(order)
        self._marks.join(validators or {})
        for source_id in set(self._claims).difference(order):
            del self._claims[source_id]

    def forgive(self, source_id: SourceId) -> None:
        """Take nothing that a source said so far into account; its next answer is judged as its first."""
        self._claims.pop(source_id, None)
        self._faulty.pop(source_id, None)
        self._outvoted.pop(source_id, None)
        self._doubtful.discard(source_id)

    def trust(self, size_bytes: int) -> None:
        """From now on `size_bytes` is beyond dispute (the body ended there, or a trusted hash was right)."""
        self._trusted = self._size = size_bytes
        for source_id, claim in self._claims.items():
            if claim is None:
                self._claims[source_id] = size_bytes

    def judge(
        self,
        source_id: SourceId,
        size_bytes: int | None,
        validator: Validator,
        *,
        may_be_page: bool = False,
        is_unconditional: bool = True,
    ) -> Ruling:
        """Take what an answer of `source_id` says of its copy; `size_bytes` None when it does not tell.

        `is_unconditional`: its request named no mark, see `condition`.
        """
        if source_id in self.rejected:
            return Ruling(self._size, ((source_id, self.rejected[source_id]),))
        if self._is_stranger(source_id, size_bytes):
            words = say(
                "its file has {size_bytes:,} bytes, the one begun here {begun:,}",
                size_bytes=size_bytes,
                begun=self._size,
            )
            return self._reject_alone(
                source_id, say("{words}; what is here was kept, and that file is another download", words=words)
            )
        is_same_size = size_bytes is not None and size_bytes == self._size
        reading = self._marks.read(source_id, validator, is_same_size=is_same_size, is_unconditional=is_unconditional)
        if reading is Reading.UNCLEAR:
            return Ruling(self._size, is_unclear=True)
        has_changed = reading is Reading.CHANGED
        if self._is_outdated(source_id, size_bytes, has_changed=has_changed):
            self._outdated.add(source_id)
            if self._outdated.issuperset(self._order):
                return self._start_over(source_id, size_bytes, validator)
        fault = self._own_fault(source_id, size_bytes, has_changed=has_changed)
        if fault is not None:
            return self._reject_alone(source_id, fault)
        self._unconfirmed.discard(source_id)
        if size_bytes == self._earlier_size:
            self._earlier_size = None  # confirmed: one of another size is only outvoted
        self._marks.remember(source_id, validator)
        if size_bytes is not None and self._claims.get(source_id) == size_bytes:
            return Ruling(self._size)  # what it said before: most answers of a download
        self._claims[source_id] = size_bytes if size_bytes is not None else self._claims.get(source_id)
        if may_be_page:
            self._doubtful.add(source_id)
        return self._count_votes()

    def withdraw(self, source_id: SourceId, reason: str) -> Ruling:
        """What `source_id` said was not of a file at all, and no byte of it was taken: its vote is void."""
        if source_id not in self._claims:
            return Ruling(self._size)
        del self._claims[source_id]
        self._faulty[source_id] = reason
        return self._count_votes()

    def _is_stranger(self, source_id: SourceId, size_bytes: int | None) -> bool:
        """Whether a newcomer's file cannot be the one that was begun, which nothing else speaks against."""
        if source_id not in self._newcomers or size_bytes is None or self._size in (None, size_bytes):
            return False
        old = set(self._order) - self._newcomers
        return not (old and self._outdated.issuperset(old))

    def _is_outdated(self, source_id: SourceId, size_bytes: int | None, *, has_changed: bool) -> bool:
        """Whether a source's file is another one than that of the run before."""
        has_new_mark = has_changed and source_id in self._unconfirmed
        has_new_size = None not in (size_bytes, self._earlier_size) and size_bytes != self._earlier_size
        return has_new_mark or has_new_size

    def _start_over(self, source_id: SourceId, size_bytes: int | None, validator: Validator) -> Ruling:
        """All sources have a new file: take it instead of the one begun."""
        self._unconfirmed.clear()
        self._marks.begin_anew(source_id, validator)
        self._earlier_size = self._trusted = None
        self._newcomers.clear()
        for known in (self._faulty, self._outvoted, self._claims, self._outdated, self._doubtful):
            known.clear()
        self._claims[source_id] = self._size = size_bytes
        return Ruling(size_bytes, start_over=True)

    def _own_fault(self, source_id: SourceId, size_bytes: int | None, *, has_changed: bool) -> str | None:
        """What is wrong with an answer by itself, or against earlier ones of the same source."""
        if has_changed:
            return say("its file has changed since the download began")
        claimed = self._claims.get(source_id)
        if size_bytes is not None and claimed is not None and size_bytes != claimed:
            return say(
                "it first had a file of {claimed:,} bytes and now one of {size_bytes:,}",
                claimed=claimed,
                size_bytes=size_bytes,
            )
        return None

    def _reject_alone(self, source_id: SourceId, reason: str) -> Ruling:
        self._faulty[source_id] = reason
        self._claims.pop(source_id, None)
        return Ruling(self._size, ((source_id, reason),))

    def _count_votes(self) -> Ruling:
        before, earlier = self._size, self._outvoted
        self._size = self._winner()
        self._outvoted = {s: self._losing_words(s) for s in self._order if s in self._claims and self._loses(s)}
        fresh = tuple((s, words) for s, words in self._outvoted.items() if s not in earlier)
        overturned = before is not None and before != self._size
        # A source that would not tell its size may have given bytes before another one told it.
        silent = before is None and any(self._claims[source_id] is None for source_id, _ in fresh)
        return Ruling(self._size, fresh, start_over=overturned or silent)

    def _loses(self, source_id: SourceId) -> bool:
        return self._claims[source_id] != self._size

    def _winner(self) -> int | None:
        if self._trusted is not None:
            return self._trusted
        firm = [source_id for source_id in self._order if source_id not in self._doubtful]
        size = self._most_named(firm)
        return size if size is not None else self._most_named(self._order)

    def _most_named(self, voters: Sequence[SourceId]) -> int | None:
        votes: dict[int, int] = {}
        for source_id in voters:  # in order: `max` keeps the first among equals
            claim = self._claims.get(source_id)
            if claim is not None:
                votes[claim] = votes.get(claim, 0) + 1
        return max(votes, key=lambda size: votes[size]) if votes else None

    def _losing_words(self, source_id: SourceId) -> str:
        claim = self._claims[source_id]
        if source_id in self._doubtful:
            return say("it answers with a web page instead of the file")
        if claim is None:
            return say("it does not tell its file's size, so nothing shows that it is the same file")
        return say("its file has {claim:,} bytes, the others' {size_bytes:,}", claim=claim, size_bytes=self._size)

    def __repr__(self) -> str:
        return f"<Agreement on {self._size} bytes: {len(self._claims)} claims, {len(self.rejected)} set aside>"


Validators = tuple[tuple[SourceId, Validator], ...]


def with_inherited(validators: Validators, urls: Sequence[str]) -> Validators:
    """The validators by source, `urls[i]` being source i's URL, with those that fresh links inherit.

    A link to the same path of the same host that differs in its query names the same file: an expired link's
    successor must show the validator that its predecessor had.
    """
    known = dict(validators)
    by_place = {_place(urls[source_id]): validator for source_id, validator in validators if source_id < len(urls)}
    for number, url in enumerate(urls):
        source_id = SourceId(number)
        if source_id not in known and (inherited := by_place.get(_place(url))) is not None:
            known[source_id] = inherited
    return tuple(sorted(known.items()))


def _place(url: str) -> tuple[str, str]:
    try:
        parts = urlsplit(url)
    except ValueError:  # no address at all; the connector says so in a sentence
        return "", url
    return parts.netloc.rpartition("@")[2].lower(), parts.path
