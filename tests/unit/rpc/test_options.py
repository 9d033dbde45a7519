"""aria2's options, command line, configuration and session files."""

import contextlib
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.control.rpc.arguments import parse_arguments, read_conf
from headwater.control.rpc.job_wishes import read_job_wish, read_tuning
from headwater.control.rpc.option_table import OPTIONS, Kind, Scope
from headwater.control.rpc.option_values import check_value, read_options
from headwater.control.rpc.session_file import Entry, parse_input
from headwater.control.rpc.wire import RpcError
from headwater.engine.channel_settings import settings_for
from headwater.engine.settings import Settings
from headwater.model.errors import UserError
from headwater.model.job import JobOptions
from headwater.model.tuning import Tuning

SHA = "ab" * 32


def test_every_option_says_what_it_does_or_why_not() -> None:
    assert len(OPTIONS) > 120
    assert all(option.words for option in OPTIONS.values())


#: What 1.37 knows beyond the version that is installed.
NEWER = frozenset({"no-want-digest-header"})


@pytest.mark.skipif(shutil.which("aria2c") is None, reason="aria2 is not installed, so nobody says what it takes")
def test_every_option_that_aria2_has_is_known_by_its_kind() -> None:
    told = subprocess.run(["aria2c", "--no-conf", "--help=#all"], check=True, capture_output=True, text=True).stdout
    found = re.findall(r"^ (?:-., )?--([a-z0-9-]+)(\S*)(.*?)(?=^ -|\Z)", told, re.DOTALL | re.MULTILINE)
    assert len(found) > 150
    names = {name for name, _, _ in found} - {"help", "version"}
    swarm = {name for name, _, _ in found if name not in OPTIONS and name in names}
    assert names - swarm == set(OPTIONS) - NEWER
    for name, form, _ in found:
        if name in swarm:
            value = [] if form.startswith("[") else ["1"]
            read = parse_arguments([f"--{name}", *value, "http://h/f"])
            assert (read.idle, read.urls) == ([name], ["http://h/f"])
        elif name in OPTIONS:
            assert (OPTIONS[name].kind is Kind.BOOL) is (form == "[=true|false]"), name


def test_defaults_are_values_that_may_be_given_back() -> None:
    for option in OPTIONS.values():
        if option.default is not None:
            check_value(option, option.default)


def test_unknown_options_and_values_that_are_no_text_are_left_out() -> None:
    given_ = {"nope": "1", "split": "4", "pause": True, "out": ["x"], "header": ["A: 1", None, {"B": 2}]}
    assert read_options(given_, Scope.JOB) == {"split": "4", "header": "A: 1"}


def test_patience_is_the_jobs_own(tmp_path: Path) -> None:
    values = {"dir": str(tmp_path), "timeout": "7", "connect-timeout": "9000", "max-tries": "3", "retry-wait": "2"}
    options = read_job_wish(read_options(values, Scope.JOB), [tmp_path], Tuning()).options
    assert (options.idle_timeout_s, options.connect_timeout_s) == (7, 3600)
    assert options.tuning is not None
    assert (options.tuning.attempts, options.tuning.backoff_s) == (3, 2)
    channels = settings_for(options, Settings())
    assert (channels.idle_timeout_s, channels.connect_timeout_s) == (7, 3600)
    assert settings_for(JobOptions(), Settings()).idle_timeout_s == Settings().idle_timeout_s


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("split", "x"),
        ("split", "0"),
        ("uri-selector", "fastest"),
        ("select-file", "1-"),
        ("pause", "yes"),
        ("max-download-limit", "1G"),
        ("gid", "xyz"),
    ],
)
def test_a_value_that_does_not_fit_is_refused_in_aria2s_words(name: str, value: object) -> None:
    with pytest.raises(RpcError, match=f"^We encountered a problem while processing the option '--{name}'"):
        read_options({name: value}, Scope.JOB)


def test_sizes_take_k_and_m() -> None:
    assert read_options({"max-download-limit": "1M"}, Scope.JOB) == {"max-download-limit": "1048576"}


def test_options_become_a_jobs_own(tmp_path: Path) -> None:
    values = read_options(
        {
            "dir": str(tmp_path),
            "out": "sub/name.iso",
            "header": ["A: 1", "B:2"],
            "referer": "http://r/",
            "user-agent": "me",
            "checksum": f"sha-256={SHA}",
            "max-download-limit": "100K",
            "pause": "true",
            "gid": "0123456789abcdef",
            "split": "8",
            "max-connection-per-server": "2",
        },
        Scope.JOB,
    )
    wish = read_job_wish(values, [tmp_path], Tuning())
    assert (wish.folder, wish.name, wish.job_id) == (tmp_path / "sub", "name.iso", "0123456789abcdef")
    assert wish.options.headers == (("A", "1"), ("B", "2"), ("User-Agent", "me"), ("Referer", "http://r/"))
    assert wish.options.rate_limit_bytes_per_s == 102_400
    assert wish.options.start_paused
    assert wish.options.checksums[0].hex_digest == SHA
    assert wish.options.tuning is not None
    assert (wish.options.tuning.max_channels_per_job, wish.options.tuning.max_channels_per_source) == (8, 2)


def test_only_given_options_turn_a_knob() -> None:
    assert read_tuning({}, Tuning(samples=3)) == Tuning(samples=3)


@pytest.mark.parametrize("out", ["../x", "/etc/passwd", "a/../../x", "..", "..\\x"])
def test_out_never_leaves_its_folder(tmp_path: Path, out: str) -> None:
    with pytest.raises(RpcError, match="inside its folder"):
        read_job_wish({"dir": str(tmp_path), "out": out}, [tmp_path], Tuning())


def test_dir_never_leaves_the_roots(tmp_path: Path) -> None:
    with pytest.raises(RpcError, match="outside the folders"):
        read_job_wish({"dir": str(tmp_path / "..")}, [tmp_path], Tuning())
    (tmp_path / "link").symlink_to("/etc")
    with pytest.raises(RpcError, match="outside the folders"):
        read_job_wish({"dir": str(tmp_path / "link")}, [tmp_path], Tuning())


def test_a_command_line_as_tools_write_it() -> None:
    given_ = parse_arguments(
        [
            "--enable-rpc",
            "--rpc-listen-port=6801",
            "--rpc-secret",
            "s",
            "-x16",
            "-s",
            "4",
            "-cj3",
            "--bt-max-peers=5",
            "http://h/f",
        ]
    )
    assert given_.options == {
        "enable-rpc": "true",
        "rpc-listen-port": "6801",
        "rpc-secret": "s",
        "max-connection-per-server": "16",
        "split": "4",
        "continue": "true",
        "max-concurrent-downloads": "3",
    }
    assert given_.urls == ["http://h/f"]
    assert given_.idle == ["bt-max-peers"]


@pytest.mark.parametrize("argv", [["--nope"], ["-W"], ["--dir"], ["-x"], ["--split=many"], ["--pause=perhaps"]])
def test_a_command_line_that_is_wrong_is_told_in_a_sentence(argv: list[str]) -> None:
    with pytest.raises(UserError, match=r"\.$"):
        parse_arguments(argv)


def test_a_configuration_file(tmp_path: Path) -> None:
    conf = tmp_path / "aria2.conf"
    conf.write_text("# comment\n\ndir=/d\nheader=A: 1\nheader=B: 2\nenable-rpc\nfile-allocation=none\n")
    assert read_conf(conf).options == {
        "dir": "/d",
        "header": "A: 1\nB: 2",
        "enable-rpc": "true",
        "file-allocation": "none",
    }
    assert read_conf(conf).idle == ["file-allocation"]
    with pytest.raises(UserError, match="cannot be read"):
        read_conf(tmp_path / "missing")


def test_an_input_file() -> None:
    text = "# list\nhttp://a/f\thttp://b/f\t\n dir=/d\n header=A: 1\n header=B: 2\n pause=true\n\nhttp://c/g\n"
    assert list(parse_input(text)) == [
        Entry(("http://a/f", "http://b/f"), {"dir": "/d", "header": "A: 1\nB: 2", "pause": "true"}),
        Entry(("http://c/g",), {}),
    ]


@given(st.text())
def test_any_text_is_some_input_file(text: str) -> None:
    for entry in parse_input(text):
        assert entry.urls


@given(st.lists(st.text(max_size=20), max_size=6))
def test_any_command_line_is_read_or_refused(argv: list[str]) -> None:
    with contextlib.suppress(UserError):
        parse_arguments(argv)
