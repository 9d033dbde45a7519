"""The administrator's policy: read whole or not at all, and every fault gets one sentence."""

from pathlib import Path

import pytest

from headwater.engine.host_policy import MAX_POLICY_BYTES, load_policy, parse_policy
from headwater.engine.profile import Profile, policy_files
from headwater.model.errors import UserError
from headwater.model.source import HostPreference

LINES = (HostPreference("*.corp.example", rank=1.0, cost_per_gb=0.0), HostPreference("*.far.example", block=True))


def test_json_and_toml_say_the_same() -> None:
    as_json = b"""{"hosts": [{"pattern": "*.corp.example", "rank": 1, "cost_per_gb": 0},
                             {"pattern": "*.far.example", "block": true}]}"""
    as_toml = b"""
[[hosts]]
pattern = "*.corp.example"
rank = 1.0
cost_per_gb = 0
[[hosts]]
pattern = "*.far.example"
block = true
"""
    assert parse_policy(as_json, is_toml=False) == LINES
    assert parse_policy(as_toml, is_toml=True) == LINES
    assert parse_policy(b'{"hosts": []}', is_toml=False) == ()


@pytest.mark.parametrize(
    ("data", "is_toml", "words"),
    [
        (b"{", False, "line 1 is not JSON"),
        (b"= 1", True, "it is not TOML"),
        (b"\xff", False, "not text"),
        (b"[]", False, "should be a group"),
        (b"{}", False, "hosts is missing"),
        (b'{"hosts": {}}', False, "hosts should be a list"),
        (b'{"hosts": [{"rank": 1}]}', False, r"hosts\[0\].pattern is missing"),
        (b'{"hosts": [{"pattern": "a", "rank": "high"}]}', False, r"hosts\[0\].rank should be a number"),
        (b'{"hosts": [{"pattern": "a", "rank": 3}]}', False, "rank of a must lie between 0 and 1"),
        (b'{"hosts": [{"pattern": "a", "blocked": true}]}', False, r"hosts\[0\] has “blocked”"),
        (b"[" * 100_000, False, "nested too deeply"),
        (b" " * (MAX_POLICY_BYTES + 1), False, "larger than"),
    ],
)
def test_every_fault_is_told(data: bytes, is_toml: bool, words: str) -> None:
    with pytest.raises(UserError, match=words):
        parse_policy(data, is_toml=is_toml)


def test_the_first_file_that_is_there_counts(tmp_path: Path) -> None:
    files = tmp_path / "hosts.json", tmp_path / "hosts.toml"
    assert load_policy(files) == ((), None)
    files[1].write_text('[[hosts]]\npattern = "b"\nblock = true\n')
    assert load_policy(files) == ((HostPreference("b", block=True),), None)
    files[0].write_text('{"hosts": 1}')
    lines, complaint = load_policy(files)
    assert lines == ()
    assert complaint == (f"The administrator's policy in {files[0]} is not in force: hosts should be a list, not 1.")
    files[0].unlink()
    files[0].mkdir()
    assert "cannot be read" in (load_policy(files)[1] or "")


def test_the_systems_own_places_hold_for_every_profile(tmp_path: Path) -> None:
    assert Profile.find(tmp_path).policy_files == policy_files()
    assert all(path.is_absolute() and path.stem == "hosts" for path in policy_files())
