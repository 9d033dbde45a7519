"""The settings: every field goes there and back, tables are checked row by row, and files carry them elsewhere."""

import plistlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QTableWidget,
    QWidget,
)
from tests.ui.desk import Desk

from headwater.engine.ranking_settings import OnMetered, RankingSettings
from headwater.engine.settings import InterfaceSettings, Settings
from headwater.engine.timetable import TimetableEntry
from headwater.model.access import Access, Credential
from headwater.model.errors import LocalError, UserError
from headwater.model.probe import SourceProbe
from headwater.model.snapshots import RankingView
from headwater.model.source import HostPreference, Support
from headwater.model.tuning import PRESETS
from headwater_ui.dialogs.rows_table import RowsTable
from headwater_ui.dialogs.settings_dialog import SettingsDialog
from headwater_ui.dialogs.settings_pages import Values
from headwater_ui.dialogs.settings_shortcuts import ShortcutsPage, first_clash
from headwater_ui.dialogs.settings_values import (
    entry_cells,
    preference_cells,
    read_days,
    read_entry,
    read_preference,
)
from headwater_ui.language import Language
from headwater_ui.shell import session_start
from headwater_ui.shell.action_table import ACTIONS
from headwater_ui.shell.view_state import ViewState
from headwater_ui.shell.window_choices import WindowChoices, keep_choices, read_choices
from headwater_ui.theme import Appearance

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
    ranking=RankingSettings(
        country="NZ",
        list_place="https://ranking.example/list.json",
        list_every_s=5400.0,
        count_hops=False,
        unprobed_hosts=("*.quiet.example", "10.*"),
        metered_cost_per_gb=2.25,
        on_metered=OnMetered.LIMIT,
        metered_rate_bytes_per_s=90_000.0,
    ),
    user_agent="Someone/1",
    update_url="https://updates.example/latest",
    proxy="socks5://127.0.0.1:9050",
    connect_timeout_s=5.0,
    idle_timeout_s=12.5,
    total_timeout_s=7200.0,
    use_server_time=True,
    mark_files=False,
    note_origin=True,
    only_proven=True,
    incomplete_folder=Path("/srv/incomplete"),
    access=Access(unverified_hosts=("*.lan",)),
    interface=InterfaceSettings(is_on=True, port=0, secret="s3cret", origins=("https://ariang.example",)),
)
CHOICES = WindowChoices(
    Appearance.DARK,
    tray=False,
    notify=True,
    keep_awake=False,
    language=Language.GERMAN,
    start_hidden=True,
    preview=False,
    shortcuts=(("pause", ("Ctrl+Shift+Y",)), ("undo", ())),
)


@pytest.fixture
def desk(desk: Desk) -> Desk:
    desk.control.settings = SETTINGS
    return desk


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


def test_the_unit_of_a_limit_may_be_written_with_it() -> None:
    assert read_entry(("", "22:00", "07:00", "500 kB/s")).rate_bytes_per_s == 500_000


def test_a_new_row_finds_room_for_what_it_begins_with(dialog: SettingsDialog) -> None:
    dialog.show_page("Speed")
    table = table_of(dialog, "timetableTable")
    table.setRowCount(0)
    add = dialog.findChild(QPushButton, "timetableAdd")
    assert isinstance(add, QPushButton)
    add.click()
    wanted = [table.sizeHintForColumn(column) for column in range(1, 4)]
    assert all(table.columnWidth(column) >= least for column, least in enumerate(wanted, start=1))


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
    rows = table_of(dialog, "mirrorsTable").parentWidget()
    assert isinstance(rows, RowsTable)
    assert rows.problem == "Row 1. Rank: must lie between 0 and 1"
    assert dialog._told.text() == "", "once is enough"
    assert dialog.focusWidget() is rows.table
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


def test_rows_and_the_policy_count_together(desk: Desk) -> None:
    desk.control.ranking = RankingView(policy=(HostPreference("*.example", block=True),))
    general = HostPreference("*", cost_per_gb=0.5)
    desk.control.settings = Settings(host_preferences=(*PREFERENCES, general))
    dialog = SettingsDialog(desk.bridge, CHOICES, desk.window)
    line, found = dialog.findChild(QLineEdit, "mirrorsTry"), dialog.findChild(QLabel, "mirrorsFound")
    assert isinstance(line, QLineEdit)
    assert isinstance(found, QLabel)
    said = {}
    for host in ("a.near.example", "other.example", "other.net"):
        line.setText(host)
        said[host] = found.text()
    assert said == {
        "a.near.example": "Rows 1, 3 count for a.near.example; of each column the first that says something; what the "
        "administrator says of it (*.example) comes first: it is never used.",
        "other.example": "Row 3 (*) counts for other.example; what the administrator says of it (*.example) comes "
        "first: it is never used.",
        "other.net": "Row 3 (*) counts for other.net.",
    }


def test_how_the_ranking_stands_is_told(desk: Desk) -> None:
    desk.control.ranking = RankingView(
        country="DE", country_from="time zone", patterns=3, fetched_at=0.0, complaint="It is gone.", is_metered=True
    )
    dialog = SettingsDialog(desk.bridge, CHOICES, desk.window)
    desk.settle()
    state, meter = dialog.findChild(QLabel, "rankingListState"), dialog.findChild(QLabel, "rankingMeterState")
    assert isinstance(state, QLabel)
    assert isinstance(meter, QLabel)
    assert state.text().startswith("3 host")
    assert state.text().endswith(" It is gone.")
    assert meter.text() == "The connection is metered."
    texts = [box.itemText(0) for box in dialog.findChildren(QComboBox)]
    assert "Detected: Germany (DE), by the time zone" in texts


def test_a_ranking_list_has_a_place_that_can_be_looked_at(dialog: SettingsDialog) -> None:
    place = next(line for line in dialog.findChildren(QLineEdit) if line.text() == "https://ranking.example/list.json")
    place.setText("gopher://ranking.example/")
    dialog.accept()
    assert dialog._told.text() == "Ranking list: write a link, as https://host/list.json, or a path."
    place.setText("/srv/list.json")
    assert dialog.values().settings.ranking.list_place == "/srv/list.json"


def test_a_search_narrows_the_pages(dialog: SettingsDialog) -> None:
    pages = dialog.findChild(QListWidget, "settingsList")
    assert isinstance(pages, QListWidget)
    dialog._search.setText("country")
    shown = [pages.item(row).text() for row in range(pages.count()) if not pages.item(row).isHidden()]
    assert shown == ["Mirror preferences", "Ranking of sources"]
    assert dialog._pages[pages.currentRow()].name == "Mirrors"
    dialog._search.setText("")
    assert not any(pages.item(row).isHidden() for row in range(pages.count()))


def test_a_password_in_the_proxy_is_refused(dialog: SettingsDialog) -> None:
    line = next(one for one in dialog.findChildren(QLineEdit) if one.accessibleName() == "Proxy")
    line.setText("http://me:pass@proxy.example:8080")
    dialog.accept()
    assert "must not hold a password" in dialog._told.text()


def test_export_leaves_the_secret_and_import_keeps_ones_own(desk: Desk, dialog: SettingsDialog, tmp_path: Path) -> None:
    target = tmp_path / "settings.json"
    dialog._open_export()
    browser = dialog.findChild(QFileDialog, "settingsExportBrowser")
    assert isinstance(browser, QFileDialog)
    browser.fileSelected.emit(str(target))
    desk.settle()
    assert "s3cret" not in target.read_text()
    assert (dialog._told.text(), dialog._told.property("tone")) == (f"Wrote {target}.", "good")
    desk.control.settings = Settings(interface=InterfaceSettings(secret="mine"))
    other = SettingsDialog(desk.bridge, WindowChoices(), desk.window)
    other._open_import()
    browser = other.findChild(QFileDialog, "settingsImportBrowser")
    assert isinstance(browser, QFileDialog)
    browser.fileSelected.emit(str(target))
    desk.settle()
    assert other.values().settings == replace(SETTINGS, interface=replace(SETTINGS.interface, secret="mine"))
    assert other.values().choices == CHOICES, "colours, language and keys travel along"
    target.write_text('{"running_at_once": "many"}')
    browser.fileSelected.emit(str(target))
    desk.settle()
    assert "cannot be used: running_at_once should be a whole number" in other._told.text()
    assert other._told.property("tone") == "bad"
    assert target.exists()
    browser.close()
    other.close()


def test_saving_puts_them_in_force(desk: Desk) -> None:
    window = desk.window
    window.actions_by_name["settings"].trigger()
    dialog = window.findChild(SettingsDialog, "settingsDialog")
    assert isinstance(dialog, SettingsDialog)
    looks = next(one for one in dialog.findChildren(QComboBox) if one.accessibleName() == "Colours")
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


def test_a_search_stresses_the_rows_it_finds(dialog: SettingsDialog) -> None:
    dialog._search.setText("silence")
    page = dialog._pages[dialog._list.currentRow()]
    assert page.name == "Network"
    stressed = [label.text() for label, _words in page._labels if label.font().bold() and isinstance(label, QLabel)]
    assert stressed == ["&Silence lasts at most"]
    dialog._search.clear()
    assert not any(label.font().bold() for label, _words in page._labels)


def test_a_server_is_asked_on_the_spot(desk: Desk, dialog: SettingsDialog) -> None:
    line, answer = dialog.findChild(QLineEdit, "mirrorsTry"), dialog.findChild(QLabel, "mirrorsAnswer")
    button = dialog.findChild(QAbstractButton, "mirrorsAsk")
    assert isinstance(line, QLineEdit)
    assert isinstance(answer, QLabel)
    assert isinstance(button, QAbstractButton)
    line.setText("a.near.example")
    assert not button.isEnabled(), "a host alone cannot be asked"
    url, gone = "https://a.near.example/x.iso", "https://a.near.example/gone.iso"
    desk.control.answers[url] = SourceProbe(url, name="x.iso", size_bytes=5_000_000, ranges=Support.YES, latency_s=0.04)
    desk.control.answers[gone] = SourceProbe(gone, error="404 Not Found")
    line.setText(url)
    button.click()
    assert answer.text() == "Asking…"
    desk.settle()
    assert answer.text() == "x.iso, 5.00 MB, ranges work, first byte after 40 ms."
    line.setText(gone)
    assert answer.text() == "", "an answer belongs to its link"
    button.click()
    desk.settle()
    assert answer.text() == "404 Not Found"


def test_passwords_go_to_the_keyring_at_once_and_leave_the_dialog(desk: Desk, dialog: SettingsDialog) -> None:
    def line(name: str) -> QLineEdit:
        found = dialog.findChild(QLineEdit, name)
        assert isinstance(found, QLineEdit)
        return found

    def press(name: str) -> None:
        button = dialog.findChild(QAbstractButton, name)
        assert isinstance(button, QAbstractButton)
        assert button.isEnabled()
        button.click()
        desk.settle()

    told = dialog.findChild(QLabel, "passwordTold")
    assert isinstance(told, QLabel)
    line("passwordHost").setText("files.example")
    line("passwordUser").setText("me")
    press("passwordSave")
    assert told.text() == "The system's keyring is locked."
    line("passwordWord").setText("s3cret")
    press("passwordSave")
    assert told.text() == "The keyring has them for files.example now."
    assert line("passwordWord").text() == ""
    assert desk.control.credentials == {"files.example": Credential("files.example", "me", "s3cret")}
    press("passwordForget")
    assert desk.control.credentials == {}
    press("passwordForget")
    assert told.text() == "The keyring has no password for files.example."


def test_the_page_of_passwords_tells_whom_the_keyring_has_them_for(desk: Desk, dialog: SettingsDialog) -> None:
    words = dialog.findChild(QLabel, "passwordsKeptWords")
    table = dialog.findChild(QTableWidget, "passwordsKept")
    host, user = dialog.findChild(QLineEdit, "passwordHost"), dialog.findChild(QLineEdit, "passwordUser")
    forget = dialog.findChild(QAbstractButton, "passwordForget")
    assert isinstance(words, QLabel)
    assert isinstance(table, QTableWidget)
    assert isinstance(host, QLineEdit)
    assert isinstance(user, QLineEdit)
    assert isinstance(forget, QAbstractButton)

    def shown() -> list[str]:
        dialog.show_page("Passwords")
        desk.settle()
        cells = [table.item(row, column) for row in range(table.rowCount()) for column in range(2)]
        return [cell.text() for cell in cells if cell is not None] if not table.isHidden() else []

    assert words.text() == "", "it is not asked before somebody comes here"
    assert shown() == []
    assert words.text() == "The keyring holds no password that Headwater put there."
    dialog.show_page("General")
    for place, name in (("two.example", "bea"), ("one.example", "ada")):
        desk.control.credentials[place] = Credential(place, name, "s3cret")
    assert shown() == ["one.example", "ada", "two.example", "bea"]
    table.selectRow(1)
    assert (host.text(), user.text()) == ("two.example", "bea")
    forget.click()
    desk.settle()
    assert shown() == ["one.example", "ada"]
    dialog.show_page("General")
    desk.control.keyring_fault = LocalError("This computer has no keyring that Headwater can use.")
    assert shown() == []
    assert words.text() == "This computer has no keyring that Headwater can use."


def test_the_password_of_the_proxy_goes_to_the_keyring_at_once(desk: Desk, dialog: SettingsDialog) -> None:
    def line(name: str) -> QLineEdit:
        return next(one for one in dialog.findChildren(QLineEdit) if one.accessibleName() == name)

    save, forget = (dialog.findChild(QAbstractButton, name) for name in ("proxySave", "proxyForget"))
    told = dialog.findChild(QLabel, "proxyTold")
    assert isinstance(save, QAbstractButton)
    assert isinstance(forget, QAbstractButton)
    assert isinstance(told, QLabel)
    for nameless in ("", "direct", "http://proxy.example:8080", "no proxy"):
        line("Proxy").setText(nameless)
        assert not any(part.isEnabled() for part in (line("Password of the proxy"), save, forget))
    line("Proxy").setText("http://me@proxy.example:8080")
    line("Password of the proxy").setText("s3cret")
    save.click()
    desk.settle()
    assert desk.control.proxy_passwords == {"http://me@proxy.example:8080": "s3cret"}
    assert (told.text(), line("Password of the proxy").text()) == ("The keyring has the password of the proxy now.", "")
    forget.click()
    desk.settle()
    assert desk.control.proxy_passwords == {}
    forget.click()
    desk.settle()
    assert told.text() == "The keyring has no password for it."


def test_no_two_actions_share_keys_by_default() -> None:
    assert first_clash({spec.name: spec.keys for spec in ACTIONS}) is None
    assert first_clash({"one": ("Ctrl+B",), "two": ("ctrl+b",)}) == ("ctrl+b", "two", "one")
    assert first_clash({"one": ("Ctrl+1",)}) == ("Ctrl+1", "one", "")


def test_keys_are_changed_unless_another_action_has_them(desk: Desk, dialog: SettingsDialog) -> None:
    page = next(page for page in dialog._pages if isinstance(page, ShortcutsPage))
    table = page._table
    rows = {spec.name: row for row, spec in enumerate(ACTIONS)}
    table.setCurrentCell(rows["resume"], 1)
    page._keys.setKeySequence("Ctrl+Shift+Y")
    assert page._problem.text() == "Ctrl+Shift+Y is given to “Pause” and to “Resume”; choose another for one of them."
    dialog.accept()
    assert dialog.isVisible()
    assert dialog._pages[dialog._list.currentRow()] is page
    page._keys.setKeySequence("Ctrl+Shift+U")
    assert page._problem.text() == ""
    page._all_defaults.click()
    assert dialog.values().choices.shortcuts == ()
    window = desk.window
    window.actions_by_name.choose_keys({"resume": ("Ctrl+Shift+U",), "undo": ()})
    assert window.actions_by_name["resume"].shortcut().toString() == "Ctrl+Shift+U"
    assert window.actions_by_name["undo"].shortcuts() == []
    assert ("Resume", "Ctrl+Shift+U") in window.actions_by_name.keys()  # noqa: SIM118  # not a mapping's
    assert "(Ctrl+Shift+U)" in window.actions_by_name["resume"].toolTip()
    window.actions_by_name.choose_keys({})
    assert window.actions_by_name["resume"].shortcut().toString() == "Ctrl+R"


def test_choices_outlast_a_start(tmp_path: Path) -> None:
    view = ViewState(tmp_path / "window.json")
    keep_choices(view, CHOICES)
    view.write()
    assert read_choices(ViewState(tmp_path / "window.json")) == CHOICES
    view.put("shortcuts", {"pause": "Ctrl+P", "undo": [3]})
    view.put("language", "tlh")
    assert read_choices(view) == replace(CHOICES, shortcuts=(("undo", ()),), language=Language.SYSTEM)


def test_each_system_starts_it_with_the_session_in_its_own_words() -> None:
    arguments = ("/opt/He ad%/headwater", session_start.WITH_SESSION)
    entry = session_start.desktop_entry(arguments)
    assert 'Exec="/opt/He ad%%/headwater" --with-session\n' in entry
    assert entry.startswith("[Desktop Entry]\nType=Application\n")
    agent = plistlib.loads(session_start.agent_plist(arguments))
    assert agent["ProgramArguments"] == list(arguments)
    assert agent["RunAtLoad"] is True


def test_starting_with_the_session_is_turned_on_and_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session_start, "_file", lambda: tmp_path / "autostart" / "headwater.desktop")
    assert not session_start.is_on()
    session_start.turn(True)
    assert session_start.is_on()
    assert session_start.WITH_SESSION in (tmp_path / "autostart" / "headwater.desktop").read_text()
    session_start.turn(False)
    session_start.turn(False)
    assert not session_start.is_on()
    (tmp_path / "autostart").rmdir()
    (tmp_path / "autostart").write_text("a file in the way")
    with pytest.raises(LocalError, match="cannot be changed"):
        session_start.turn(True)


def test_enter_in_a_field_saves_and_turns_nothing_back(desk: Desk) -> None:
    saved: list[Values] = []
    desk.control.settings = SETTINGS
    for name in ("Scheduler", "Speed"):
        dialog = SettingsDialog(desk.bridge, CHOICES, desk.window)
        dialog.chosen.connect(saved.append)
        dialog.open()
        dialog.show_page(name)
        desk.settle()
        page = next(page for page in dialog._pages if page.name == name)
        field = next(box for box in page.findChildren(QAbstractSpinBox) if box.isVisible())
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert not dialog.isVisible()
    assert [one.settings for one in saved] == [SETTINGS, SETTINGS]


def test_enter_does_what_a_line_is_for_and_leaves_the_dialog_open(desk: Desk) -> None:
    saved: list[Values] = []
    dialog = SettingsDialog(desk.bridge, CHOICES, desk.window)
    dialog.chosen.connect(saved.append)
    dialog.open()

    def enter(page: str, name: str, text: str) -> None:
        dialog.show_page(page)
        line = dialog.findChild(QLineEdit, name)
        assert isinstance(line, QLineEdit)
        line.setFocus()
        line.setText(text)
        QTest.keyClick(line, Qt.Key.Key_Return)

    enter("Passwords", "passwordUser", "ada")
    enter("Passwords", "passwordWord", "s3cret")
    enter("Passwords", "passwordHost", "example.org")
    desk.settle()
    enter("Mirrors", "mirrorsTry", "https://mirror.example/file.iso")
    enter("General", "settingsSearch", "proxy")
    desk.settle()
    assert dialog.isVisible()
    assert saved == []
    assert {host: one.user for host, one in desk.control.credentials.items()} == {"example.org": "ada"}
    answer = dialog.findChild(QLabel, "mirrorsAnswer")
    assert isinstance(answer, QLabel)
    assert answer.text()
    assert dialog.focusWidget() is dialog._list
    dialog.close()


def test_what_is_typed_into_a_new_row_replaces_its_example(dialog: SettingsDialog) -> None:
    dialog.show_page("Mirrors")
    table = dialog.findChild(QTableWidget, "mirrorsTable")
    assert isinstance(table, QTableWidget)
    rows = table.parentWidget()
    assert isinstance(rows, RowsTable)
    rows._begin_row()
    editor = table.viewport().findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, "a.example")
    assert editor.text() == "a.example"
    QTest.keyClick(editor, Qt.Key.Key_Escape)
