"""Marks on finished files: the words that each system looks for, and what must not stand in them."""

import configparser
import errno
import os
import sys
from pathlib import Path

import pytest

from headwater.content.origin_marks import mark_file, plain_origin, quarantine_value, zone_identifier

URL = "https://me:hunter2@files.example:8443/a%20b/x.iso?token=hunter2#part"


def test_a_link_is_told_without_what_opens_doors() -> None:
    assert plain_origin(URL) == "https://files.example:8443/a%20b/x.iso"
    assert plain_origin("sftp://me@[::1]:22/x") == "sftp://[::1]:22/x"


def test_windows_reads_the_internets_zone() -> None:
    for origin, told in (("https://a.example/x", "https://a.example/x"), (None, "about:internet")):
        parser = configparser.ConfigParser()
        parser.read_string(zone_identifier(origin).decode())
        assert parser["ZoneTransfer"]["ZoneId"] == "3"
        assert parser["ZoneTransfer"]["HostUrl"] == told
    assert zone_identifier(None).startswith(b"[ZoneTransfer]\r\nZoneId=3\r\n")


def test_macos_reads_flags_time_and_program() -> None:
    flags, time, program, identifier = quarantine_value(1_700_000_000.9).decode().split(";")
    assert int(flags, 16) == 0x81
    assert int(time, 16) == 1_700_000_000
    assert (program, identifier) == ("Headwater", "")


@pytest.mark.skipif(sys.platform != "linux", reason="extended attributes of Linux")
def test_the_link_is_noted_only_where_it_was_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "x.iso"
    file.write_bytes(b"x")
    try:
        os.setxattr(file, "user.test", b"1")
    except OSError as error:
        pytest.skip(f"this file system has no attributes ({error})")
    mark_file(file, URL, 0.0, is_foreign=True, keeps_origin=False)
    assert "user.xdg.origin.url" not in os.listxattr(file)
    mark_file(file, URL, 0.0, is_foreign=True, keeps_origin=True)
    assert os.getxattr(file, "user.xdg.origin.url") == b"https://files.example:8443/a%20b/x.iso"


@pytest.mark.skipif(sys.platform != "linux", reason="extended attributes of Linux")
def test_a_disk_that_refuses_is_no_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOTSUP, "Operation not supported")

    monkeypatch.setattr(os, "setxattr", refuse)
    mark_file(tmp_path / "x", URL, 0.0, is_foreign=True, keeps_origin=True)
