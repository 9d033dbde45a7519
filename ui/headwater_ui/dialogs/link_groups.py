"""The links of the add dialog: what their sources answered, and which of them lead to one file. Pure.

Groups come about by themselves, from the links and then from the answers, until a person regroups by hand. The rule:
what was grouped by hand stays so, whatever answers come later.
"""

from collections.abc import Iterable, Sequence

from headwater.control.same_file import group_same_files
from headwater.model.probe import FileAsked, SourceProbe

Group = tuple[str, ...]


class LinkGroups:
    """`groups` are never empty, and each link is in one of them."""

    def __init__(self) -> None:
        self._urls: tuple[str, ...] = ()
        self._by_hand: dict[str, int] = {}
        self._next = 0
        #: The size that every file here must have, where that is known already.
        self.expected_bytes: int | None = None
        self.probes: dict[str, SourceProbe] = {}
        self.groups: tuple[Group, ...] = ()

    @property
    def urls(self) -> tuple[str, ...]:
        return self._urls

    @property
    def is_by_hand(self) -> bool:
        """Whether a person has grouped some of the links."""
        return bool(self._by_hand)

    def set_links(self, urls: Sequence[str]) -> None:
        """These are the links now; what is known of those that went is forgotten."""
        self._urls = tuple(dict.fromkeys(urls))
        kept = set(self._urls)
        self._by_hand = {url: number for url, number in self._by_hand.items() if url in kept}
        self.probes = {url: probe for url, probe in self.probes.items() if url in kept}
        self._group()

    def answered(self, *probes: SourceProbe) -> None:
        """Sources have answered. One that nobody asks about any more is ignored."""
        known = set(self._urls)
        self.probes.update((probe.url, probe) for probe in probes if probe.url in known)
        self._group()

    def forget_answers(self) -> None:
        """The sources will be asked anew."""
        self.probes.clear()
        self._group()

    def join(self, urls: Iterable[str]) -> None:
        """The groups of these links lead to one file."""
        chosen = set(urls)
        self._put([url for group in self.groups if chosen.intersection(group) for url in group])

    def split(self, urls: Iterable[str]) -> None:
        """Each of these links leads to a file of its own."""
        chosen = set(urls)
        # What stays behind stays together, whatever the guess would be.
        for group in self.groups:
            if chosen.intersection(group):
                self._put([url for url in group if url not in chosen])
        for url in self._urls:
            if url in chosen:
                self._put([url])

    def move(self, urls: Iterable[str], target: str) -> None:
        """These links lead to the same file as `target`."""
        moved = set(urls)
        group = next(group for group in self.groups if target in group)
        self._put([*group, *(url for url in self._urls if url in moved and url not in group)])

    def by_themselves(self) -> None:
        """Forget what was grouped by hand."""
        self._by_hand.clear()
        self._group()

    def file(self, group: Group) -> FileAsked:
        """What is known of a group's file: the first name and size that a source told."""
        probes = [probe for url in group if (probe := self.good_probe(url)) is not None]
        return FileAsked(
            group,
            next((probe.name for probe in probes if probe.name), None),
            next((probe.size_bytes for probe in probes if probe.size_bytes is not None), None),
            {probe.url: probe.validator for probe in probes},
        )

    def good_probe(self, url: str) -> SourceProbe | None:
        """What a source answered, None while it has not or when it was no file."""
        probe = self.probes.get(url)
        return None if probe is None or probe.error is not None or probe.is_page else probe

    def odd_ones(self, group: Group) -> frozenset[str]:
        """Links of a group whose file has another size than expected, or than the first that told one: no mirrors."""
        size = self.file(group).size_bytes if self.expected_bytes is None else self.expected_bytes
        told = {url: probe.size_bytes for url in group if (probe := self.good_probe(url)) is not None}
        return frozenset(url for url, its in told.items() if None not in (its, size) and its != size)

    def _put(self, urls: Sequence[str]) -> None:
        """Let these links be one group, by hand."""
        self._next += 1
        self._by_hand.update(dict.fromkeys(urls, self._next))
        self._group()

    def _group(self) -> None:
        guessed = group_same_files([url for url in self._urls if url not in self._by_hand], self.probes)
        members: dict[tuple[bool, int], list[str]] = {}
        number_of = {url: number for number, group in enumerate(guessed) for url in group}
        for url in self._urls:
            by_hand = self._by_hand.get(url)
            key = (True, by_hand) if by_hand is not None else (False, number_of[url])
            members.setdefault(key, []).append(url)
        self.groups = tuple(map(tuple, members.values()))

    def __repr__(self) -> str:
        return f"<LinkGroups {len(self._urls)} links in {len(self.groups)} groups, {len(self.probes)} answers>"
