"""What was chosen for a download, chosen anew: the dialog, the menu of orders, and how fields become options."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit, QMenu, QPlainTextEdit, QSpinBox, QToolButton
from tests.ui.desk import Desk
from tests.ui.values import job

from headwater.model.access import Access, Credential
from headwater.model.arrangement import Priority
from headwater.model.commands import SetOptions, SetOrder
from headwater.model.errors import UserError
from headwater.model.job import Checksum, JobId, JobOptions, JobState, PieceHashes
from headwater.model.priority import OrderKind, PriorityOrder
from headwater.model.probe import FolderView
from headwater.model.spans import Span
from headwater.model.tuning import PRESETS, Tuning
from headwater_ui.bridge import Bridge
from headwater_ui.dialogs.more_form import MoreForm, form_of, put_more, read_more
from headwater_ui.dialogs.options_dialog import ChosenJob, OptionsDialog
from headwater_ui.dialogs.proxy_text import read_proxy

NUMBER = JobId("0123456789abcdef")
FULL = JobOptions(
    headers=(("Referer", "https://page.example/"), ("X-One", "1")),
    rate_limit_bytes_per_s=250_400.0,
    checksums=(Checksum("md5", "00" * 16),),
    tuning=replace(Tuning(), interval_s=5.0),
    order=PriorityOrder(OrderKind.FIRST_AND_LAST, (Span(5, 9),)),
    access=Access(
        headers=(("Authorization", "Bearer t"),),
        credentials=(Credential("*", "ada", "secret"), Credential("other.example", "bob", "x")),
        cookie="a=b",
        proxy="socks5://host:1080",
    ),
    priority=Priority.HIGH,
    queue="night",
)


def dialog_of(options: JobOptions, folder: Path) -> OptionsDialog:
    return OptionsDialog(ChosenJob(NUMBER, "film.mkv", folder, options, options.tuning or Tuning()), Bridge())


def test_what_is_not_touched_stays_as_it_was(qapp: object, tmp_path: Path) -> None:
    assert dialog_of(FULL, tmp_path).command() is None
    assert dialog_of(JobOptions(), tmp_path).command() is None
    assert put_more(form_of(FULL, FULL.tuning or Tuning()), FULL) == FULL


def test_each_field_changes_its_own_part(qapp: object, tmp_path: Path) -> None:
    dialog = dialog_of(FULL, tmp_path)

    def box(name: str) -> QSpinBox:
        found = dialog.findChild(QSpinBox, name)
        assert isinstance(found, QSpinBox)
        return found

    def line(name: str) -> QLineEdit:
        found = dialog.findChild(QLineEdit, name)
        assert isinstance(found, QLineEdit)
        return found

    order = dialog.findChild(QComboBox, "optionsOrder")
    headers = dialog.findChild(QPlainTextEdit, "optionsHeaders")
    assert isinstance(order, QComboBox)
    assert isinstance(headers, QPlainTextEdit)
    assert (line("optionsProxy").text(), box("optionsLimit").value()) == ("socks5://host:1080", 250)
    assert headers.toPlainText().splitlines() == ["X-One: 1", "Authorization: Bearer t"]
    order.setCurrentIndex(order.findData(OrderKind.SEQUENTIAL))
    box("optionsChannels").setValue(3)
    box("optionsSources").setValue(2)
    line("optionsProxy").setText("direct")
    line("optionsName").setText("other.mkv")
    command = dialog.command()
    assert isinstance(command, SetOptions)
    assert (command.job_id, command.name, command.folder) == (NUMBER, "other.mkv", None)
    told = command.options
    assert told.order == PriorityOrder(OrderKind.SEQUENTIAL, (Span(5, 9),))
    assert told.tuning == replace(Tuning(), interval_s=5.0, max_channels_per_job=3, max_sources=2)
    assert told.access == replace(FULL.access, proxy="direct")
    assert told.rate_limit_bytes_per_s == 250_400.0, "shown in kB, and not rounded by that"
    assert replace(told, order=FULL.order, tuning=FULL.tuning, access=FULL.access) == FULL


def test_a_wrong_checksum_can_be_corrected_or_taken_away(qapp: object, tmp_path: Path) -> None:
    """With it go the hashes of blocks that came with it; those of a file that is to be mended stay."""
    pieces = PieceHashes("sha-256", 65536, bytes(32), "Metalink")
    hint = Checksum("md5", "11" * 16, "ETag of a.example", is_hint=True)
    told = JobOptions(checksums=(hint, Checksum("sha-256", "ab" * 32, "Metalink")), pieces=pieces)

    def after(options: JobOptions, text: str) -> JobOptions:
        dialog = dialog_of(options, tmp_path)
        field = dialog.findChild(QLineEdit, "optionsChecksum")
        assert isinstance(field, QLineEdit)
        assert field.text() == f"sha-256={'ab' * 32}"
        field.setText(text)
        command = dialog.command()
        assert command is not None
        return command.options

    assert after(told, "") == JobOptions()
    assert after(told, "cd" * 32) == JobOptions(checksums=(Checksum("sha-256", "cd" * 32),))
    mending = replace(told, mend=tmp_path / "film.mkv")
    assert after(mending, "").pieces == pieces
    assert dialog_of(told, tmp_path).command() is None
    with pytest.raises(UserError, match="64 digits"):
        after(told, "sha-256=abc1")


def test_a_checksum_beside_hashes_of_blocks_takes_nothing_away(qapp: object, tmp_path: Path) -> None:
    pieces = PieceHashes("sha-256", 65536, bytes(32), "torrent")
    dialog = dialog_of(JobOptions(pieces=pieces), tmp_path)
    field = dialog.findChild(QLineEdit, "optionsChecksum")
    assert isinstance(field, QLineEdit)
    assert field.text() == ""
    field.setText("cd" * 32)
    command = dialog.command()
    assert command is not None
    assert command.options == JobOptions(checksums=(Checksum("sha-256", "cd" * 32),), pieces=pieces)


def test_a_mistake_is_said_and_nothing_is_chosen(qapp: object, tmp_path: Path) -> None:
    dialog = dialog_of(JobOptions(), tmp_path)
    chosen: list[SetOptions] = []
    dialog.chosen.connect(chosen.append)
    proxy = dialog.findChild(QLineEdit, "optionsProxy")
    assert isinstance(proxy, QLineEdit)
    proxy.setText("not a proxy")
    dialog.accept()
    assert dialog._words.text().startswith("Proxy: write http://host:port")
    proxy.setText("http://ada:secret@host:3128")
    dialog.accept()
    assert [command.options.access.proxy for command in chosen] == ["http://ada:secret@host:3128"]


def test_a_limit_on_connections_holds_the_other_knobs_as_the_settings_have_them() -> None:
    bulk = PRESETS["Bulk"]
    form = MoreForm(tuning=bulk, channels=bulk.max_channels_per_job, sources=bulk.max_sources)
    assert read_more(form).tuning is None
    assert read_more(replace(form, channels=4)).tuning == replace(bulk, max_channels_per_job=4)


@pytest.mark.parametrize(
    ("text", "proxy"),
    [("", None), (" direct ", "direct"), ("http://h:1", "http://h:1"), ("socks5h://u@h:1080", "socks5h://u@h:1080")],
)
def test_proxies_are_read_as_people_write_them(text: str, proxy: str | None) -> None:
    assert read_proxy(text) == proxy


@pytest.mark.parametrize("text", ["host:3128", "ftp://h:1", "http://", "http://h:0", "http://h:x", "http://[::1"])
def test_what_is_no_proxy_has_its_sentence(text: str) -> None:
    with pytest.raises(UserError, match="write http://host:port"):
        read_proxy(text)


def test_the_window_opens_the_options_of_one_download_that_is_not_done(desk: Desk) -> None:
    window = desk.window
    window.table.select_job(job(1).job_id)
    desk.settle()
    action = window.actions_by_name["options"]
    button = window.panes.details.findChild(QToolButton, "detailsOptions")
    assert isinstance(button, QToolButton)
    assert action.isEnabled()
    button.click()
    dialog = window.findChild(OptionsDialog)
    assert isinstance(dialog, OptionsDialog)
    name = dialog.findChild(QLineEdit, "optionsName")
    assert isinstance(name, QLineEdit)
    name.setText("else.iso")
    dialog.accept()
    desk.settle()
    assert [told.name for told in desk.control.told if isinstance(told, SetOptions)] == ["else.iso"]
    window.table.select_job(job(3, state=JobState.DONE).job_id)
    desk.settle()
    assert not action.isEnabled()
    assert not button.isVisibleTo(window.panes.details)


def test_another_folder_is_judged_where_it_is_chosen(desk: Desk) -> None:
    window = desk.window
    window.table.select_job(job(1).job_id)
    desk.settle()
    window.actions_by_name["options"].trigger()
    dialog = window.findChild(OptionsDialog)
    assert isinstance(dialog, OptionsDialog)

    def told() -> list[Path | None]:
        return [command.folder for command in desk.control.told if isinstance(command, SetOptions)]

    desk.control.view = FolderView(problem="Nothing can be stored in /proc.")
    dialog._folder.setText("/proc/x")
    dialog.accept()
    desk.settle()
    assert dialog.isVisible()
    assert dialog._words.text() == "Nothing can be stored in /proc."
    assert dialog._words.property("tone") == "bad"
    assert told() == []
    desk.control.view = FolderView()
    dialog._folder.setText("/home/ada/Films")
    dialog.accept()
    desk.settle()
    assert window.findChild(OptionsDialog) is None, "it is closed"
    assert told() == [Path("/home/ada/Films")]


def test_what_else_is_chosen_does_not_wait_for_a_folder_that_is_away(desk: Desk) -> None:
    """A disk that is unplugged: the download goes on there when it is back, with the name that is chosen now."""
    desk.control.view = FolderView(problem="There is no permission to write into /media.")
    desk.window.table.select_job(job(1).job_id)
    desk.settle()
    desk.window.actions_by_name["options"].trigger()
    dialog = desk.window.findChild(OptionsDialog)
    assert isinstance(dialog, OptionsDialog)
    dialog._name.setText("else.iso")
    dialog.accept()
    desk.settle()
    assert [command.name for command in desk.control.told if isinstance(command, SetOptions)] == ["else.iso"]


def test_the_order_of_bytes_is_chosen_from_a_menu(desk: Desk) -> None:
    window = desk.window
    window.table.select_job(job(1).job_id)
    desk.settle()
    menu = window.actions_by_name["order"].menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    first, other = menu.actions()
    assert first.isChecked()
    first.trigger()
    other.trigger()
    desk.settle()
    assert [told.order.kind for told in desk.control.told if isinstance(told, SetOrder)] == [OrderKind.FIRST_AND_LAST]
