"""The add dialog's fields become jobs, or one sentence that says what to change."""

from dataclasses import replace
from pathlib import Path

import pytest

from headwater.model.arrangement import Priority
from headwater.model.errors import UserError
from headwater_ui.dialogs.add_form import AddForm, read_checksum, read_form, read_links
from headwater_ui.dialogs.more_form import MoreForm, read_more

A, B = "https://a.example/x.iso", "https://b.example/x.iso"
SHA = "ab" * 32


def form(tmp_path: Path, **changes: object) -> AddForm:
    return replace(AddForm(((A,),), str(tmp_path)), **changes)  # type: ignore[arg-type]  # test values


def test_a_group_is_one_job(tmp_path: Path) -> None:
    (one,) = read_form(form(tmp_path, groups=((A, B),), name="y.iso", checksum=SHA, start_now=False))
    assert [source.url for source in one.sources] == [A, B]
    assert (one.name, one.folder) == ("y.iso", tmp_path)
    assert one.options.start_paused
    assert [(c.algorithm, c.hex_digest) for c in one.options.checksums] == [("sha-256", SHA)]
    several = read_form(form(tmp_path, groups=((A,), (B,)), replaced=frozenset({(B,)})))
    assert [[source.url for source in spec.sources] for spec in several] == [[A], [B]]
    assert [spec.options.overwrite for spec in several] == [False, True]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"folder": ""}, "Choose the folder"),
        ({"folder": "relative/path"}, "whole path"),
        ({"name": "../evil"}, "must not contain"),
        ({"name": "x" * 256}, "too long"),
        ({"checksum": "xyz"}, "hexadecimal"),
        ({"checksum": "abcd"}, "No checksum has 4 digits"),
        ({"checksum": f"md5={SHA}"}, "has 32 digits, this one has 64"),
        ({"checksum": "crc32=abcdef12"}, "not known"),
        ({"groups": ((A,), (B,)), "name": "y"}, "fits one file"),
        ({"groups": ((A,), (B,)), "checksum": SHA}, "fits one file"),
        ({"more": MoreForm(headers="no header")}, "“no header” is no header"),
        ({"more": MoreForm(password="secret")}, "the user name that the password belongs to"),
    ],
)
def test_every_mistake_has_its_sentence(tmp_path: Path, changes: dict[str, object], sentence: str) -> None:
    with pytest.raises(UserError, match=sentence):
        read_form(form(tmp_path, **changes))


@pytest.mark.parametrize(
    ("text", "sentence"), [("  \n", "Enter at least one link"), (f"{A}\nnot a link", "“not a link” is not a link")]
)
def test_what_is_no_link_has_its_sentence(text: str, sentence: str) -> None:
    with pytest.raises(UserError, match=sentence):
        read_links(text)


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(UserError, match="is a file"):
        read_form(form(tmp_path / "file"))


@pytest.mark.parametrize("text", [SHA, SHA.upper(), f"sha-256={SHA}", f"SHA256:{SHA}", f" sha_256 = {SHA} "])
def test_checksums_are_read_as_people_write_them(text: str) -> None:
    checksum = read_checksum(text)
    assert checksum is not None
    assert (checksum.algorithm, checksum.hex_digest) == ("sha-256", SHA)


def test_secrets_go_where_nothing_is_written_down() -> None:
    options = read_more(
        MoreForm(
            priority=Priority.HIGH,
            queue="night",
            category="Discs",
            limit_kb_per_s=250,
            referer=" https://page.example/ ",
            user_agent="Browser/1",
            cookie="a=b;\n c=d",
            user="ada",
            password="secret",
            headers="X-One: 1\n\nAuthorization: Bearer t",
        )
    )
    assert options.headers == (("User-Agent", "Browser/1"), ("Referer", "https://page.example/"), ("X-One", "1"))
    assert options.access.headers == (("Authorization", "Bearer t"),)
    assert options.access.cookie == "a=b; c=d"
    (credential,) = options.access.credentials
    assert (credential.user, credential.password) == ("ada", "secret")
    assert options.rate_limit_bytes_per_s == 250_000
    assert (options.priority, options.queue, options.category) == (Priority.HIGH, "night", "Discs")
    assert read_more(MoreForm()).rate_limit_bytes_per_s is None
