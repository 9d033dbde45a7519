"""The command line of `get`, turned into values."""

import argparse
from dataclasses import replace
from pathlib import Path

import pytest

from headwater.control.get_command import add_arguments, parse_checksum, parse_rate, read_request
from headwater.control.get_request import GetRequest
from headwater.model.errors import UserError
from headwater.model.job import Checksum
from headwater.model.tuning import Tuning

URL = "http://host/a.bin"


def request(*words: str) -> GetRequest:
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    return read_request(parser.parse_args(words))


def test_the_folder_is_this_one_and_the_name_is_the_servers() -> None:
    spec = request(URL).spec
    assert (spec.folder, spec.name) == (Path.cwd(), None)
    assert [source.url for source in spec.sources] == [URL]


@pytest.mark.parametrize(
    ("words", "folder", "name"),
    [
        (("-o", "x.bin"), ".", "x.bin"),
        (("-o", "deep/x.bin"), "deep", "x.bin"),
        (("-o", "/else/x.bin", "-d", "/here"), "/else", "x.bin"),
        (("-o", "x.bin", "-d", "/here"), "/here", "x.bin"),
        (("-d", "/here"), "/here", None),
    ],
)
def test_where_the_file_goes(words: tuple[str, ...], folder: str, name: str | None) -> None:
    spec = request(*words, URL).spec
    assert (spec.folder, spec.name) == (Path(folder).absolute(), name)


def test_standard_output() -> None:
    assert request("-o", "-", URL).to_stdout
    with pytest.raises(UserError, match="standard output"):
        request("-o", "-", "--json", URL)


def test_a_folder_is_no_file() -> None:
    with pytest.raises(UserError, match="-d"):
        request("-o", "deep/", URL)


@pytest.mark.parametrize(
    ("text", "rate"), [("250000", 250e3), ("500k", 500e3), ("2Mi", 2 * 1024**2), ("1.5MB/s", 1.5e6), ("1g", 1e9)]
)
def test_rates(text: str, rate: float) -> None:
    assert parse_rate(text) == rate


@pytest.mark.parametrize("text", ["", "fast", "-1", "0", "1x", "k", "nan", "inf"])
def test_what_is_no_rate(text: str) -> None:
    with pytest.raises(UserError):
        parse_rate(text)


def test_checksums_in_any_spelling() -> None:
    digest = "AB" * 32
    assert parse_checksum(f"sha-256={digest}") == Checksum("sha-256", digest.lower())
    assert parse_checksum(f"SHA256={digest}") == Checksum("sha-256", digest.lower())


@pytest.mark.parametrize("text", ["sha-256", "sha-256=", "sha-256=zz", "nonsense=00", "=00", "md5=" + "g" * 32])
def test_what_is_no_checksum(text: str) -> None:
    with pytest.raises(UserError):
        parse_checksum(text)


def test_options_reach_the_job() -> None:
    made = request("--limit-rate", "1k", "--connections", "2", "-H", "A:  b ", "--overwrite", URL)
    options = made.spec.options
    assert options.rate_limit_bytes_per_s == 1000
    usual = Tuning(samples=5)
    assert made.tuned(usual).options.tuning == replace(usual, max_channels_per_source=2)
    assert options.headers == (("A", "b"),)
    assert options.overwrite


def test_time_outs_reach_the_job() -> None:
    options = request("--connect-timeout", "5", "--timeout", "7.5", "--request-timeout", "600", URL).spec.options
    assert (options.connect_timeout_s, options.idle_timeout_s, options.total_timeout_s) == (5.0, 7.5, 600.0)
    options = request(URL).spec.options
    assert (options.connect_timeout_s, options.idle_timeout_s, options.total_timeout_s) == (None, None, None)


@pytest.mark.parametrize("option", ["--connect-timeout", "--timeout", "--request-timeout"])
@pytest.mark.parametrize("value", ["0", "-3", "nan", "inf"])
def test_a_time_out_that_nothing_could_keep_is_a_mistake(option: str, value: str) -> None:
    with pytest.raises(UserError, match="must lie between"):
        request(option, value, URL)
