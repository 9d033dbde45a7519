"""The settings: every field goes there and back, tables are checked row by row, and files carry them elsewhere."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QTableWidget,
    QWidget,
)
from tests.ui.test_main_window import Desk

from headwater.engine.settings import InterfaceSettings, Settings
from headwater.engine.timetable import TimetableEntry
from headwater.model.errors import UserError
from headwater.model.source import HostPreference
from headwater.model.tuning import PRESETS
from headwater_ui.dialogs.settings_dialog import SettingsDialog
from headwater_ui.dialogs.settings_pages import Values
from headwater_ui.dialogs.settings_values import (
    entry_cells,
    preference_cells,
    read_days,
    read_entry,
    read_preference,
)
from headwater_ui.shell.window_choices import WindowChoices, read_choices
from headwater_ui.theme import Appearance, Theme

PREFERENCES = (
    HostPreference("*.near.example", 0.9, 0.05, 50_000_000_000, 4, 2_000_000.0, "DE"),
    HostPreference("bad.example", block=True),
)
SETTINGS = Settings(
    folder=Path("/srv/files"),
    running_at_once=7,
    rate_limit_bytes_per_s=1_500_000.0,
    timetable=(
        TimetableEntry(22 * 60, 7 * 60, None, (0, 1, 2, 3, 4)),
        TimetableEntry(0, 24 * 60, 300_000.0, (5, 6)),
    ),
    slow_rate_bytes_per_s=50_000.0,
    tuning=PRESETS["Polite"],
    host_preferences=PREFERENCES,
    user_agent="Someone/1",
    proxy="socks5://127.0.0.1:9050",
    connect_timeout_s=5.0,
    idle_timeout_s=12.5,
    use_server_time=True,
    interface=InterfaceSettings(is_on=True, port=0, secret="s3cret", origins=("https://ariang.example",)),
)
CHOICES = WindowChoices(Appearance.DARK, tray=False, notify=True, keep_awake=False)


@pytest.fixture
def desk(qt_loop: asyncio.AbstractEventLoop, theme: Theme) -> Iterator[Desk]:
    result = Desk(qt_loop, theme)
    result.control.settings = SETTINGS
    yield result
    result.close()


@pytest.fixture
def dialog(desk: Desk) -> Iterator[SettingsDialog]:
    result = SettingsDialog(desk.bridge, CHOICES, desk.window)
    result.show()
    yield result
    if shiboken6.isValid(result):  # one that was answered is gone
        result.close()


def table_of(dialog: SettingsDialog, name: str) -> QTableWidget:
    table = dialog.findChild(QTableWidget, name)
    assert isinstance(table, QTableWidget)
    return table


def write(table: QTableWidget, row: int, column: int, words: str) -> None:
    item = table.item(row, column)
    assert item is not None
    item.setText(words)


def test_every_value_goes_there_and_back(dialog: SettingsDialog) -> None:
    assert dialog.values() == Values(SETTINGS, CHOICES)


def test_defaults_go_there_and_back(desk: Desk) -> None:
    desk.control.settings = Settings()
    dialog = SettingsDialog(desk.bridge, WindowChoices(), desk.window)
    assert dialog.values() == Values(Settings(), WindowChoices())


@pytest.mark.parametrize("preference", PREFERENCES)
def test_preferences_as_people_write_them(preference: HostPreference) -> None:
    assert read_preference(preference_cells(preference)) == preference


@pytest.mark.parametrize(
    ("column", "words", "sentence"),
    [
        (0, "http://a.example/x", "Hosts: write a host"),
        (1, "2", "Rank: must lie between 0 and 1"),
        (1, "good", "“good” is no number"),
        (4, "2.5", "Connections: write a whole number"),
        (6, "Germany", "Country: write two letters"),
    ],
)
def test_every_slip_in_a_row_has_its_sentence(column: int, words: str, sentence: str) -> None:
    cells = list(preference_cells(PREFERENCES[0]))
    cells[column] = words
    with pytest.raises(UserError, match=sentence):
        read_preference(cells)


@pytest.mark.parametrize("entry", SETTINGS.timetable)
def test_timetable_rows_as_people_write_them(entry: TimetableEntry) -> None:
    assert read_entry(entry_cells(entry)) == entry


def test_days_are_read_as_people_write_them() -> None:
    assert read_days("mon - wed, Sun") == (0, 1, 2, 6)
    assert read_days("Sat-Mon") == (0, 5, 6)
    assert read_days("") == tuple(range(7))
    with pytest.raises(UserError, match="“someday” is no day"):
        read_days("someday")
    with pytest.raises(UserError, match="From: write a time"):
        read_entry(("", "25:00", "07:00", ""))


def test_a_row_that_cannot_be_used_keeps_the_dialog_open_on_its_page(dialog: SettingsDialog) -> None:
    write(table_of(dialog, "mirrorsTable"), 0, 1, "7")
    saved: list[Values] = []
    dialog.chosen.connect(saved.append)
    dialog.accept()
    assert not saved
    assert dialog._problem.text() == "Row 1. Rank: must lie between 0 and 1."
    assert dialog._pages[dialog._list.currentRow()].name == "Mirrors"
    write(table_of(dialog, "mirrorsTable"), 0, 1, "0.5")
    dialog.accept()
    assert saved[0].settings.host_preferences[0].rank == 0.5


def test_rows_are_added_and_removed(dialog: SettingsDialog) -> None:
    table = table_of(dialog, "mirrorsTable")
    for name in ("mirrorsAdd", "mirrorsRemove"):
        assert isinstance(dialog.findChild(QAbstractButton, name), QAbstractButton)
    dialog.findChild(QAbstractButton, "mirrorsAdd").click()  # type: ignore[union-attr]  # just tested
    write(table, 2, 0, "far.example")
    assert [one.pattern for one in dialog.values().settings.host_preferences][2] == "far.example"
    table.selectRow(0)
    dialog.findChild(QAbstractButton, "mirrorsRemove").click()  # type: ignore[union-attr]  # just tested
    assert [one.pattern for one in dialog.values().settings.host_preferences] == ["bad.example", "far.example"]


def test_a_link_is_tried_against_the_rows(dialog: SettingsDialog) -> None:
    line, found = dialog.findChild(QLineEdit, "mirrorsTry"), dialog.findChild(QLabel, "mirrorsFound")
    assert isinstance(line, QLineEdit)
    assert isinstance(found, QLabel)
    line.setText("https://bad.example:8080/x.iso")
    assert found.text() == "Row 2 (bad.example) counts for bad.example:8080: it is never used."
    line.setText("other.example")
    assert found.text().startswith("No row fits other.example")


def test_a_search_narrows_the_pages(dialog: SettingsDialog) -> None:
    pages = dialog.findChild(QListWidget, "settingsList")
    assert isinstance(pages, QListWidget)
    dialog._search.setText("country")
    shown = [pages.item(row).text() for row in range(pages.count()) if not pages.item(row).isHidden()]
    assert shown == ["Mirror preferences"]
    assert dialog._pages[pages.currentRow()].name == "Mirrors"
    dialog._search.setText("")
    assert not any(pages.item(row).isHidden() for row in range(pages.count()))


def test_a_password_in_the_proxy_is_refused(dialog: SettingsDialog) -> None:
    line = next(one for one in dialog.findChildren(QLineEdit) if one.accessibleName() == "Proxy")
    line.setText("http://me:pass@proxy.example:8080")
    dialog.accept()
    assert "must not hold a password" in dialog._problem.text()


def test_export_leaves_the_secret_and_import_keeps_ones_own(desk: Desk, dialog: SettingsDialog, tmp_path: Path) -> None:
    target = tmp_path / "settings.json"
    dialog._open_export()
    browser = dialog.findChild(QFileDialog, "settingsExportBrowser")
    assert isinstance(browser, QFileDialog)
    browser.fileSelected.emit(str(target))
    desk.settle()
    assert "s3cret" not in target.read_text()
    desk.control.settings = Settings(interface=InterfaceSettings(secret="mine"))
    other = SettingsDialog(desk.bridge, WindowChoices(), desk.window)
    other._open_import()
    browser = other.findChild(QFileDialog, "settingsImportBrowser")
    assert isinstance(browser, QFileDialog)
    browser.fileSelected.emit(str(target))
    desk.settle()
    assert other.values().settings == replace(SETTINGS, interface=replace(SETTINGS.interface, secret="mine"))
    target.write_text('{"running_at_once": "many"}')
    browser.fileSelected.emit(str(target))
    desk.settle()
    assert "cannot be used: running_at_once should be a whole number" in other._problem.text()
    assert target.exists()
    browser.close()
    other.close()


def test_saving_puts_them_in_force(desk: Desk) -> None:
    window = desk.window
    window.actions_by_name["settings"].trigger()
    dialog = window.findChild(SettingsDialog, "settingsDialog")
    assert isinstance(dialog, SettingsDialog)
    looks = next(one for one in dialog.findChildren(QComboBox) if one.accessibleName() == "Appearance")
    looks.setCurrentText("Dark")
    count = next(one for one in dialog.findChildren(QAbstractSpinBox) if one.accessibleName() == "Downloads at once")
    count.setProperty("value", 2)
    dialog.accept()
    desk.settle()
    assert desk.control.settings == replace(SETTINGS, running_at_once=2)
    assert read_choices(window._view).appearance is Appearance.DARK
    assert window._theme.appearance is Appearance.DARK


def test_every_field_has_a_name(dialog: SettingsDialog) -> None:
    kinds = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit, QTableWidget, QListWidget)
    nameless = [
        f"{type(widget).__name__} {widget.objectName()!r}"
        for widget in dialog.findChildren(QWidget)
        if isinstance(widget, kinds)
        and not widget.objectName().startswith("qt_")
        and not isinstance(widget.parent(), QLineEdit | QComboBox | QAbstractSpinBox | QTableWidget)
        and isinstance(widget.window(), SettingsDialog)
        and not (widget.objectName() or (isinstance(widget, QAbstractButton) and widget.text()))
    ]
    assert nameless == []
