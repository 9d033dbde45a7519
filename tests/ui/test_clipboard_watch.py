"""The clipboard that is watched: what is offered, what is not, and what becomes of the offer."""

import asyncio
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QClipboard, QGuiApplication
from tests.ui.desk import Desk
from tests.ui.values import job

from headwater.model.errors import UserError
from headwater_ui.dialogs.add_dialog import AddDialog
from headwater_ui.link_filter import USUAL_TYPES, read_filter
from headwater_ui.theme import Theme

A, B = "https://a.example/x.iso", "https://b.example/y.zip"


@pytest.fixture
def desk(qt_loop: asyncio.AbstractEventLoop, theme: Theme, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    result = Desk(qt_loop, theme)
    # Here this program is the only one there is: what it copies counts as another's, unless a test says otherwise.
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _self: False)
    yield result
    result.close()


def copy(desk: Desk, text: str) -> None:
    """Another program copies."""
    QGuiApplication.clipboard().setText(text)
    desk.settle()


def watch(desk: Desk, watched: str = USUAL_TYPES) -> None:
    desk.window.watch.follow(is_on=True, watched=watched)


def test_nothing_is_watched_unless_one_wants_it(desk: Desk) -> None:
    copy(desk, A)
    assert desk.window.page.offers.isHidden()
    watch(desk)
    assert desk.window.page.offers.isHidden(), "what was there before is not looked at"
    copy(desk, B)
    assert desk.window.page.offers.isVisible()


def test_links_are_gathered_in_one_bar_and_each_is_offered_once(desk: Desk) -> None:
    watch(desk)
    desk.window.table.setFocus()
    copy(desk, f"see {A} now")
    copy(desk, B)
    copy(desk, A)
    assert "x.iso, y.zip" in desk.window.page.offers.words
    assert desk.window.table.hasFocus(), "no focus is taken"
    desk.window.page.offers._take.click()
    desk.settle()
    dialog = desk.window.findChild(AddDialog, "addDialog")
    assert isinstance(dialog, AddDialog)
    assert dialog.form().groups == ((A,), (B,))
    dialog.reject()
    assert desk.window.page.offers.isHidden()
    copy(desk, A)
    assert desk.window.page.offers.isHidden(), "not a second time"


def test_an_offer_that_nobody_sees_is_announced(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(desk.window.presence, "announce", told.append)
    watch(desk)
    copy(desk, A)
    assert told == []
    desk.window.showMinimized()
    copy(desk, B)
    assert told == [desk.window.page.offers.words]


def test_what_was_left_alone_is_not_offered_again(desk: Desk) -> None:
    watch(desk)
    copy(desk, A)
    desk.window.page.offers._leave.click()
    copy(desk, f"{A} {B}")
    assert "y.zip" in desk.window.page.offers.words
    assert "x.iso" not in desk.window.page.offers.words


def test_what_is_pasted_is_offered_no_longer(desk: Desk) -> None:
    watch(desk)
    copy(desk, f"{A} {B}")
    desk.window.adding.open_dialog([A])
    assert desk.window.page.offers.words.endswith(": y.zip")
    desk.window.adding.open_dialog([B])
    assert desk.window.page.offers.isHidden()
    for dialog in desk.window.findChildren(AddDialog):
        assert isinstance(dialog, AddDialog)
        dialog.reject()


def test_what_is_in_the_list_or_of_another_type_is_not_offered(desk: Desk) -> None:
    watch(desk)
    for text in (job(0).urls[0], "https://a.example/page.html", "no link", "x" * 300_000 + A):
        copy(desk, text)
    assert desk.window.page.offers.isHidden()


def test_what_the_program_copies_itself_is_not_offered(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    # The platform of these tests never says so; a real display's does (see the driven windows).
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _self: True)
    watch(desk, "")
    copy(desk, A)
    assert desk.window.page.offers.isHidden()


@pytest.mark.parametrize(
    ("text", "url", "wanted"),
    [
        ("iso, zip", A, True),
        ("*.ISO .zip", A, True),
        ("zip", A, False),
        ("", "https://a.example/", True),
        (r"zip /example\/x/", A, True),
        ("/^ftp:/", A, False),
        ("/b|X\\.ISO$/", A, True),
        ("iso", "https://a.example/x.iso?token=1#top", True),
    ],
)
def test_types_are_endings_and_patterns(text: str, url: str, wanted: bool) -> None:
    assert read_filter(text)(url) is wanted


def test_a_pattern_that_is_none_has_its_sentence() -> None:
    with pytest.raises(UserError, match=r"^/\(/ is no regular expression"):
        read_filter("iso /(/")
