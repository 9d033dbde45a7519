"""Settings: what sources are ranked by beside what is measured: where the user is, a ranking list, hops, the meter."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import QDateTime, QLocale
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPlainTextEdit

from headwater.control.api import OnMetered
from headwater.model.errors import UserError
from headwater.model.snapshots import RankingView
from headwater_ui.bridge import Bridge
from headwater_ui.country_names import country_name, named_countries
from headwater_ui.dialogs.settings_page import Apply, Page, number_box, rate_box
from headwater_ui.dialogs.settings_values import KB
from headwater_ui.language import engine_words, marked, translate
from headwater_ui.widgets.choice_box import ChoiceBox
from headwater_ui.widgets.number_fields import decimal_box

_MINUTE_S: Final = 60.0
_SCHEMES: Final = ("http", "https", "ftp", "ftps", "sftp", "file")
_ON_METERED: Final = {
    OnMetered.GO_ON: marked("RankingPage", "Go on"),
    OnMetered.LIMIT: marked("RankingPage", "Go on, but slower"),
    OnMetered.WAIT: marked("RankingPage", "Wait for another connection"),
}
_TOLD_BY: Final = {
    "time zone": marked("RankingPage", "Detected: {country}, by the time zone"),
    "locale": marked("RankingPage", "Detected: {country}, by the language settings"),
}


class RankingPage(Page):
    """How near and how dear sources are. Weights are the scheduler's; what one thinks of hosts is another page's."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__("Ranking")
        self.begin(self.tr("Ranking of sources"))
        self.add_about(
            self.tr("What counts beside measured speed and latency; how much each counts, the scheduler's weights say")
        )
        self._bridge = bridge
        self._task: asyncio.Task[None] | None = None
        self._country = ChoiceBox()
        self._list_state, self._meter_state = _told("rankingListState"), _told("rankingMeterState")
        self._add_country()
        self._add_list()
        self._add_hops()
        self._add_meter()
        self.close_up()
        self.destroyed.connect(self._stop_looking)
        self._task = bridge.spawn(self._look())

    def _add_country(self) -> None:
        self._country.add(self.tr("As detected"), None)
        for name, code in named_countries():
            self._country.add(f"{name} ({code})", code)
        self.add_row(
            self.tr("&Your country"),
            self._country,
            self.tr("Sources that are nearer rank better; where they are, documents and an offline table tell"),
            lambda v: _choose(self._country, v.settings.ranking.country),
            set_ranking("country", self._country.currentData),
        )

    def _add_list(self) -> None:
        place, every = QLineEdit(), number_box(1, 43_200)
        place.setPlaceholderText(self.tr("None"))
        self.add_row(
            self.tr("Ranking &list"),
            place,
            self.tr("A link or a file: JSON that gives hosts a score from 0 to 1. The last good one stays in force"),
            lambda v: place.setText(v.settings.ranking.list_place or ""),
            set_ranking("list_place", lambda: _read_place(place.text())),
        )
        every.setSuffix(self.tr(" min"))
        every.setGroupSeparatorShown(True)
        self.add_row(
            self.tr("Look at it &every"),
            every,
            self.tr("In the background; a server that has nothing new sends nothing"),
            lambda v: every.setValue(round(v.settings.ranking.list_every_s / _MINUTE_S)),
            set_ranking("list_every_s", lambda: every.value() * _MINUTE_S),
        )
        self.add_below(self._list_state)

    def _add_hops(self) -> None:
        count, spared = QCheckBox(), QPlainTextEdit()
        self.add_row(
            self.tr("Count the &hops to servers"),
            count,
            self.tr("A few tiny packets once a day to each server of a running download; never through a proxy"),
            lambda v: count.setChecked(v.settings.ranking.count_hops),
            set_ranking("count_hops", count.isChecked),
        )
        spared.setFixedHeight(46)
        spared.setTabChangesFocus(True)
        self.add_row(
            self.tr("E&xcept for"),
            spared,
            self.tr("Hosts or patterns, one a line, to which no such packet is sent"),
            lambda v: spared.setPlainText("\n".join(v.settings.ranking.unprobed_hosts)),
            set_ranking("unprobed_hosts", lambda: tuple(spared.toPlainText().split())),
        )

    def _add_meter(self) -> None:
        action, rate, cost = ChoiceBox(), rate_box(), decimal_box()
        for what, words in _ON_METERED.items():
            action.add(self.tr(words), what)
        self.add_row(
            self.tr("On a &metered connection"),
            action,
            self.tr("As the system says it; downloads from this computer itself always go on"),
            lambda v: action.setCurrentIndex(action.findData(v.settings.ranking.on_metered)),
            set_ranking("on_metered", action.currentData),
        )
        self.add_below(self._meter_state)
        self.add_row(
            self.tr("Slower &is"),
            rate,
            self.tr("What all downloads together get then"),
            lambda v: rate.setValue(max(1, round(v.settings.ranking.metered_rate_bytes_per_s / KB))),
            set_ranking("metered_rate_bytes_per_s", lambda: rate.value() * float(KB)),
        )
        cost.setRange(0, 1_000_000)
        cost.setDecimals(2)
        self.add_row(
            self.tr("It costs per &GB"),
            cost,
            self.tr("In your currency; added to the cost of every source outside of your own network"),
            lambda v: cost.setValue(v.settings.ranking.metered_cost_per_gb),
            set_ranking("metered_cost_per_gb", lambda: round(cost.value(), 2)),
        )

    def add_below(self, state: QLabel) -> None:
        """A line that tells how things stand, below the last field."""
        self._form.addRow("", state)

    # ---- how things stand --------------------------------------------------------------------------------

    async def _look(self) -> None:
        self._show(await self._bridge.find_country())

    def _show(self, view: RankingView) -> None:
        if view.country is not None and view.country_from is not None:
            country = f"{country_name(view.country)} ({view.country})"
            self._country.setItemText(0, self.tr(_TOLD_BY[view.country_from]).format(country=country))
        else:
            self._country.setItemText(0, self.tr("Not detected"))
        self._list_state.setText(self._list_words(view))
        self._list_state.setVisible(bool(self._list_state.text()))
        self._meter_state.setText(
            {
                True: self.tr("The connection is metered."),
                False: self.tr("The connection is not metered."),
                None: self.tr("The system does not say whether the connection is metered."),
            }[view.is_metered]
        )

    def _list_words(self, view: RankingView) -> str:
        words = []
        if view.fetched_at is not None:
            at = QLocale().toString(
                QDateTime.fromSecsSinceEpoch(round(view.fetched_at)), QLocale.FormatType.ShortFormat
            )
            words.append(self.tr("%n host(s) are listed, as of {time}.", "", view.patterns).format(time=at))
        if view.complaint is not None:
            words.append(engine_words(view.complaint))
        return " ".join(words)

    def _stop_looking(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None


def set_ranking(name: str, read: Callable[[], Any]) -> Apply:
    """Writes one value of how sources are ranked."""
    return lambda v: replace(v, settings=replace(v.settings, ranking=replace(v.settings.ranking, **{name: read()})))


def _choose(box: ChoiceBox, code: str | None) -> None:
    """Show a country, also one that Qt has no name for."""
    index = box.findData(code)
    if index < 0:
        box.add(str(code), code)
        index = box.count() - 1
    box.setCurrentIndex(index)


def _read_place(text: str) -> str | None:
    """A list's place as it is kept. Raises `UserError` for a link of a kind that cannot be fetched."""
    plain = text.strip()
    scheme, separator, rest = plain.partition("://")
    if separator and (scheme.lower() not in _SCHEMES or not rest):
        raise UserError(translate("RankingPage", "Ranking list: write a link, as https://host/list.json, or a path"))
    return plain or None


def _told(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setProperty("tone", "muted")
    label.setWordWrap(True)
    return label
