"""The pages of the settings: each row is a field with a line of meaning, and knows how to read and write its value.

A page never puts anything in force: `apply` gives new settings, or a sentence that says what to change.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from headwater.control.api import Settings, preference_for
from headwater.model.errors import UserError
from headwater_ui.dialogs.add_form import read_folder
from headwater_ui.dialogs.rows_table import RowsTable
from headwater_ui.dialogs.settings_values import (
    BLOCK_COLUMN,
    KB,
    PREFERENCE_HINTS,
    PREFERENCE_TITLES,
    TIMETABLE_HINTS,
    TIMETABLE_TITLES,
    entry_cells,
    preference_cells,
    read_entry,
    read_preference,
)
from headwater_ui.shell.window_choices import WindowChoices
from headwater_ui.theme import Appearance
from headwater_ui.widgets.folder_field import FolderField
from headwater_ui.widgets.tuning_panel import TuningPanel

_APPEARANCES: Final = {
    Appearance.SYSTEM: "As the system",
    Appearance.LIGHT: "Light",
    Appearance.DARK: "Dark",
}


@dataclass(frozen=True, slots=True)
class Values:
    """All that the dialog changes."""

    settings: Settings
    choices: WindowChoices


class Page(QWidget):
    """A page of rows. `wide` widgets have no label beside them and take the room that is left."""

    def __init__(self, name: str, title: str) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAccessibleName(title)
        self.name, self.title = name, title
        self._loads: list[Callable[[Values], None]] = []
        self._applies: list[Callable[[Values], Values]] = []
        self._words = [title]
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(14)
        self._form.setVerticalSpacing(4)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(20, 16, 20, 16)
        self._layout.setSpacing(10)
        heading = QLabel(title)
        heading.setProperty("tone", "title")
        self._layout.addWidget(heading)
        self._layout.addLayout(self._form)

    def add_row(
        self,
        label: str,
        field: QWidget,
        meaning: str,
        load: Callable[[Values], None],
        apply: Callable[[Values], Values],
    ) -> None:
        """A field with its meaning below."""
        field.setObjectName(field.objectName() or f"setting{self.name}{len(self._loads)}")
        field.setAccessibleName(field.accessibleName() or label.replace("&", ""))
        field.setAccessibleDescription(meaning)
        if isinstance(field, QCheckBox):
            field.setText(label)
            self._form.addRow("", field)
        else:
            name = QLabel(label)
            name.setBuddy(field)
            self._form.addRow(name, field)
        about = QLabel(meaning)
        about.setProperty("tone", "muted")
        about.setWordWrap(True)
        about.setContentsMargins(0, 0, 0, 9)
        self._form.addRow("", about)
        self.add(load, apply, label, meaning)

    def add_wide(self, widget: QWidget, stretch: int = 1) -> None:
        self._layout.addWidget(widget, stretch)

    def add(self, load: Callable[[Values], None], apply: Callable[[Values], Values], *words: str) -> None:
        """How a value gets here and back; `words` are what a search finds."""
        self._loads.append(load)
        self._applies.append(apply)
        self._words += words

    def close_up(self) -> None:
        """Call when all rows are there: what is left of the room stays below."""
        self._layout.addStretch(1)

    def load(self, values: Values) -> None:
        for load in self._loads:
            load(values)

    def apply(self, values: Values) -> Values:
        """The values with what stands here. Raises `UserError`."""
        for apply in self._applies:
            values = apply(values)
        return values

    def matches(self, text: str) -> bool:
        """Whether a search for `text` finds something on this page."""
        inside = " ".join(self._words).replace("&", "").casefold()
        return all(word in inside for word in text.casefold().split())


def _set(name: str, read: Callable[[], Any]) -> Callable[[Values], Values]:
    """Writes one value of the engine's settings."""
    return lambda v: replace(v, settings=replace(v.settings, **{name: read()}))


def _check(box: QCheckBox, name: str) -> tuple[Callable[[Values], None], Callable[[Values], Values]]:
    """A tick that is one of the window's own choices."""
    return (
        lambda v: box.setChecked(getattr(v.choices, name)),
        lambda v: replace(v, choices=replace(v.choices, **{name: box.isChecked()})),
    )


def _rate_box(nothing: str = "") -> QSpinBox:
    box = QSpinBox()
    box.setRange(0 if nothing else 1, 100_000_000)
    box.setSpecialValueText(nothing)
    box.setSuffix(" kB/s")
    box.setGroupSeparatorShown(True)
    box.setSingleStep(100)
    box.setFixedWidth(170)
    return box


def _seconds_box() -> QDoubleSpinBox:
    box = QDoubleSpinBox()
    box.setRange(0.1, 3600)
    box.setDecimals(1)
    box.setSuffix(" s")
    box.setFixedWidth(170)
    return box


def general_page() -> Page:
    page = Page("General", "General")
    looks = QComboBox()
    looks.addItems(list(_APPEARANCES.values()))
    page.add_row(
        "&Appearance",
        looks,
        "Light or dark, or whatever the system says",
        lambda v: looks.setCurrentText(_APPEARANCES[v.choices.appearance]),
        lambda v: replace(v, choices=replace(v.choices, appearance=list(_APPEARANCES)[looks.currentIndex()])),
    )
    for name, label, meaning in (
        ("tray", "&Icon in the tray", "Shows the speed, and pauses or resumes all downloads with two clicks"),
        ("notify", "&Notifications", "When a download is done or has failed, while the window is not in front"),
        ("keep_awake", "&Keep the computer awake", "While downloads run, and only then"),
    ):
        box = QCheckBox()
        page.add_row(label, box, meaning, *_check(box, name))
    page.close_up()
    return page


def downloads_page() -> Page:
    page = Page("Downloads", "Downloads and folders")
    folder = FolderField("settings")
    page.add_row(
        "&Folder",
        folder,
        "Where downloads go that name no folder of their own; empty is the system's folder for downloads",
        lambda v: folder.setText(str(v.settings.folder or "")),
        _set("folder", lambda: read_folder(folder.text()) if folder.text().strip() else None),
    )
    count = QSpinBox()
    count.setRange(1, 64)
    count.setFixedWidth(170)
    page.add_row(
        "&Downloads at once",
        count,
        "Others wait for their turn in the queue",
        lambda v: count.setValue(v.settings.running_at_once),
        _set("running_at_once", count.value),
    )
    times = QCheckBox()
    page.add_row(
        "Use the &server's time",
        times,
        "A finished file gets the date that its server tells, instead of today's",
        lambda v: times.setChecked(v.settings.use_server_time),
        _set("use_server_time", times.isChecked),
    )
    page.close_up()
    return page


def network_page() -> Page:
    page = Page("Network", "Network")
    connect, idle = _seconds_box(), _seconds_box()
    page.add_row(
        "&Connecting takes at most",
        connect,
        "After this a source counts as out of reach for a while",
        lambda v: connect.setValue(v.settings.connect_timeout_s),
        _set("connect_timeout_s", connect.value),
    )
    page.add_row(
        "&Silence lasts at most",
        idle,
        "A connection that brings nothing for so long is given up",
        lambda v: idle.setValue(v.settings.idle_timeout_s),
        _set("idle_timeout_s", idle.value),
    )
    proxy = QLineEdit()
    proxy.setPlaceholderText("As the system says")
    page.add_row(
        "&Proxy",
        proxy,
        "http://host:port or socks5://host:port; “direct” for none. Passwords do not belong here",
        lambda v: proxy.setText(v.settings.proxy or ""),
        _set("proxy", lambda: proxy.text().strip() or None),
    )
    agent = QLineEdit()
    agent.setPlaceholderText("Headwater's own")
    page.add_row(
        "&User agent",
        agent,
        "What servers are told of this program",
        lambda v: agent.setText(v.settings.user_agent or ""),
        _set("user_agent", lambda: agent.text().strip() or None),
    )
    page.close_up()
    return page


def speed_page() -> Page:
    page = Page("Speed", "Speed and timetable")
    limit, slow = _rate_box("No limit"), _rate_box()
    page.add_row(
        "Speed &limit",
        limit,
        "For all downloads together",
        lambda v: limit.setValue(round((v.settings.rate_limit_bytes_per_s or 0) / KB)),
        _set("rate_limit_bytes_per_s", lambda: limit.value() * float(KB) or None),
    )
    page.add_row(
        "In slo&w mode",
        slow,
        "What all downloads together get while slow mode is on",
        lambda v: slow.setValue(max(1, round(v.settings.slow_rate_bytes_per_s / KB))),
        _set("slow_rate_bytes_per_s", lambda: slow.value() * float(KB)),
    )
    table = RowsTable(
        "timetable",
        titles=TIMETABLE_TITLES,
        hints=TIMETABLE_HINTS,
        read=read_entry,
        template=("every day", "22:00", "07:00", ""),
        accessible="Timetable of speed limits; the first row that covers a moment decides",
    )
    page.add_wide(table)
    page.add(
        lambda v: table.show_rows([entry_cells(entry) for entry in v.settings.timetable]),
        _set("timetable", lambda: tuple(table.values())),
        "timetable days from to times",
    )
    return page


def mirrors_page() -> Page:
    page = Page("Mirrors", "Mirror preferences")
    table = RowsTable(
        "mirrors",
        titles=PREFERENCE_TITLES,
        hints=PREFERENCE_HINTS,
        read=read_preference,
        template=("*.example.org", *[""] * (len(PREFERENCE_TITLES) - 1)),
        ticks=frozenset({BLOCK_COLUMN}),
        accessible="Preferences for hosts; the first row that fits a host counts",
    )
    page.add_wide(table)
    link = QLineEdit()
    link.setObjectName("mirrorsTry")
    link.setAccessibleName("Try a host or link")
    link.setPlaceholderText("Try a host or link: which row counts for it?")
    found = QLabel()
    found.setObjectName("mirrorsFound")
    found.setProperty("tone", "muted")
    page.add_wide(link, 0)
    page.add_wide(found, 0)

    def judge() -> None:
        host = link.text().strip().partition("://")[2].partition("/")[0] or link.text().strip()
        try:
            found.setText(_fitting(table, host) if host else "")
        except UserError as error:
            found.setText(str(error))

    link.textChanged.connect(lambda _text: judge())
    table.changed.connect(judge)
    page.add(
        lambda v: table.show_rows([preference_cells(one) for one in v.settings.host_preferences]),
        _set("host_preferences", lambda: tuple(table.values())),
        *PREFERENCE_TITLES,
        *PREFERENCE_HINTS,
    )
    return page


def scheduler_page() -> Page:
    page = Page("Scheduler", "Scheduler")
    about = QLabel("What new downloads begin with, and all that were not tuned one by one.")
    about.setProperty("tone", "muted")
    page.add_wide(about, 0)
    panel = TuningPanel(can_try=False)
    panel.setObjectName("settingsTuning")
    page.add_wide(panel)
    page.add(
        lambda v: panel.show_tuning(v.settings.tuning),
        _set("tuning", panel.tuning),
        "tuning preset interval channels recovery look-ahead spans weights",
    )
    return page


def interface_page() -> Page:
    page = Page("Interface", "Control interface")
    on, port, origins = QCheckBox(), QSpinBox(), QPlainTextEdit()
    page.add_row(
        "Let other &programs command Headwater",
        on,
        "Browser extensions and tools that speak aria2's JSON-RPC, on this computer, with the secret of the File menu",
        lambda v: on.setChecked(v.settings.interface.is_on),
        lambda v: _set_interface(v, is_on=on.isChecked()),
    )
    port.setRange(0, 65535)
    port.setSpecialValueText("Any free one")
    port.setFixedWidth(170)
    page.add_row(
        "P&ort",
        port,
        "6800 is the one that tools expect",
        lambda v: port.setValue(v.settings.interface.port),
        lambda v: _set_interface(v, port=port.value()),
    )
    origins.setFixedHeight(70)
    origins.setTabChangesFocus(True)
    page.add_row(
        "Web &pages",
        origins,
        "Pages that may use it, one a line, as https://ariang.example.org; others are refused",
        lambda v: origins.setPlainText("\n".join(v.settings.interface.origins)),
        lambda v: _set_interface(v, origins=_read_origins(origins.toPlainText())),
    )
    page.close_up()
    return page


def all_pages() -> Sequence[Page]:
    """The pages in the order of the list."""
    makers = (general_page, downloads_page, network_page, speed_page, mirrors_page, scheduler_page, interface_page)
    return [make() for make in makers]


def _set_interface(values: Values, **changes: Any) -> Values:
    interface = replace(values.settings.interface, **changes)
    return replace(values, settings=replace(values.settings, interface=interface))


def _read_origins(text: str) -> tuple[str, ...]:
    origins = tuple(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))
    for origin in origins:
        if "://" not in origin:
            raise UserError(f"Web pages: “{origin}” is no address; write https://…")
    return origins


def _fitting(table: RowsTable, host: str) -> str:
    """Which row counts for a host, in words."""
    preferences = table.values()
    chosen = preference_for(host.lower(), preferences)
    if chosen is None:
        return f"No row fits {host}; the scheduler decides by what it measures."
    row = next(number for number, one in enumerate(preferences, start=1) if one is chosen)
    return f"Row {row} ({chosen.pattern}) counts for {host}" + (": it is never used." if chosen.block else ".")
