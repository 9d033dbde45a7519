"""Settings: what they may be, and the file that is replaced as a whole or kept aside."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.engine.codec import decode, encode
from headwater.engine.job import JobRecord
from headwater.engine.settings import Settings, SettingsFile
from headwater.model.errors import UserError
from headwater.model.job import Checksum, JobOptions, JobSpec, PieceHashes
from headwater.model.priority import OrderKind, PriorityOrder
from headwater.model.source import HostPreference, SourceId, SourceSpec, Validator
from headwater.model.spans import Span
from headwater.model.tuning import Tuning


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "settings.json")
    settings = Settings(
        folder=tmp_path,
        running_at_once=5,
        rate_limit_bytes_per_s=1e6,
        tuning=Tuning(interval_s=1.5),
        host_preferences=(HostPreference("*.example.org", rank=0.5, channels=2),),
    )
    file.save(settings)
    assert file.load() == (settings, None)
    assert [path.name for path in tmp_path.iterdir()] == ["settings.json"]


def test_no_file_means_the_defaults(tmp_path: Path) -> None:
    assert SettingsFile(tmp_path / "settings.json").load() == (Settings(), None)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "line 1"),
        ('{"running_at_once": "many"}', "running_at_once"),
        ('{"running_at_once": 0}', "running_at_once"),
        ('{"tuning": {"interval_s": 1e9}}', "interval_s"),
        ('{"host_preferences": [{"rank": 1}]}', r"host_preferences\[0\].pattern"),
        ("[]", "group of values"),
    ],
)
def test_a_file_that_makes_no_sense_is_kept_aside_with_a_sentence(text: str, words: str, tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(text)
    settings, complaint = SettingsFile(path).load()
    assert settings == Settings()
    assert complaint is not None
    assert re.search(words, complaint)
    assert (tmp_path / "settings.json.unusable").read_text() == text
    assert not path.exists()


def test_keys_of_a_newer_version_are_ignored(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"running_at_once": 7, "warp": True}))
    assert SettingsFile(path).load() == (Settings(running_at_once=7), None)


@pytest.mark.parametrize(
    "values",
    [{"running_at_once": 0}, {"rate_limit_bytes_per_s": 0.0}, {"idle_timeout_s": 0.0}, {"total_timeout_s": 0.0}],
)
def test_bounds(values: dict[str, float]) -> None:
    with pytest.raises(UserError):
        Settings(**values)  # type: ignore[arg-type]  # wrong values are the point


def test_a_job_record_survives_json() -> None:
    spec = JobSpec(
        sources=(SourceSpec("http://a/b", priority=1, holds=(Span(0, 5), Span(7, 9))),),
        folder=Path("/somewhere"),
        name="x",
        options=JobOptions(
            headers=(("A", "b"),),
            checksums=(Checksum("md5", "00"),),
            tuning=Tuning(sub_intervals=2),
            order=PriorityOrder(OrderKind.FIRST_AND_LAST, (Span(3, 4),)),
            pieces=PieceHashes("sha-1", 16384, b"\x01" * 40),
        ),
    )
    record = JobRecord(spec, 1.5, ("http://a/b",), validators=((SourceId(0), Validator('"e"', None)),))
    assert decode(JobRecord, json.loads(json.dumps(encode(record)))) == record


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["spec", "sources", "url", "tuning", "x"]), inner),
)


@given(JSON)
def test_whatever_a_document_holds_it_is_a_value_or_a_sentence(document: object) -> None:
    try:
        value: Settings | str = decode(Settings, document)  # type: ignore[arg-type]  # any JSON
    except UserError as error:
        value = str(error)
    assert isinstance(value, Settings) or value
