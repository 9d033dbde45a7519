"""Sentences: English to whoever compares, writes or sends them, and still knowing their template and values."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from headwater.engine.codec import SAID, decode, encode
from headwater.engine.job import JobRecord
from headwater.model.errors import LocalError, Retry, SourceError, UserError
from headwater.model.job import JobSpec
from headwater.model.source import SourceSpec
from headwater.model.wording import Sentence, Size, as_sentence, in_turn, joined, say

SOURCES = Path(__file__).parents[3] / "app" / "headwater"
#: Terminals, other programs and what is no more than a fault of the program: no window shows their sentences.
NOT_SHOWN = re.compile(
    r"/(lab|simulation|control/rpc)/|"
    r"/(cli|get_\w+|remote_commands|\w+_command|block_proof|hash_tree|tree_proof|invariants|merkle)\.py$"
)
MODULES = [path for path in sorted(SOURCES.rglob("*.py")) if not NOT_SHOWN.search(path.as_posix())]


def test_a_sentence_is_its_english_text() -> None:
    sentence = say("The server holds only {size:,} bytes ({status}).", size=12_345, status=416)
    assert sentence == "The server holds only 12,345 bytes (416)."
    assert json.dumps({"error": sentence}) == '{"error": "The server holds only 12,345 bytes (416)."}'
    assert sentence.template == "The server holds only {size:,} bytes ({status})."
    assert sentence.values == {"size": 12_345, "status": 416}


def test_one_is_said_in_the_singular() -> None:
    words = [say("{count:,} blocks", one="{count:,} block", count=count) for count in (0, 1, 2_000)]
    assert words == ["0 blocks", "1 block", "2,000 blocks"]


def test_an_error_gives_its_sentence_back() -> None:
    sentence = say("{host} does not answer.", host="one.example")
    error = SourceError(sentence, retry=Retry.LATER)
    assert str(error) is sentence
    told = say("The list cannot be had: {reason:clause}.", reason=error)
    assert told == "The list cannot be had: one.example does not answer."
    assert told.values["reason"] is sentence


def test_a_plain_text_of_an_error_is_a_sentence_with_nothing_to_fill_in() -> None:
    text = str(UserError('it must look like {"a": 1}'))
    assert isinstance(text, Sentence)
    assert text == 'it must look like {"a": 1}'
    assert text.values == {}
    assert as_sentence(text) is text


def test_sentences_are_joined_without_losing_their_templates() -> None:
    first, second = say("It fell silent."), say("{host} is gone.", host="b")
    listed = joined([first, second], "; ")
    assert say("No source works any more: {reasons}.", reasons=listed) == (
        "No source works any more: It fell silent; b is gone."
    )
    assert in_turn(first, second) == "It fell silent. b is gone."
    assert list(in_turn(first, second).values.values()) == [first, second]


def test_an_amount_is_written_as_people_read_it() -> None:
    assert say("Took over {size}.", size=Size(1_250_000)) == "Took over 1.25 MB."
    assert f"{Size(1_250_000):,}" == "1,250,000"
    assert str(Size(1_250_000)) == "1.25 MB"


def record(**changes: object) -> JobRecord:
    spec = JobSpec((SourceSpec("https://one.example/a"),), Path("/home/ada"))
    return JobRecord(spec=spec, added_at=0.0, urls=("https://one.example/a",), **changes)  # type: ignore[arg-type]  # fields by name


def test_what_a_job_said_is_kept_with_its_template() -> None:
    trouble = say("The disk of {path} is full", path="/home")
    error = say("{trouble}; {size} were to come", trouble=trouble, size=Size(5_000_000))
    kept = json.loads(json.dumps(encode(record(error=error))))
    assert kept["error"] == "The disk of /home is full; 5.00 MB were to come", "an older version reads this alone"
    found = decode(JobRecord, kept).error
    assert isinstance(found, Sentence)
    assert found == error
    assert found.template == error.template
    assert isinstance(found.values["trouble"], Sentence)
    assert isinstance(found.values["size"], Size)


@pytest.mark.parametrize(
    "said",
    [
        None,
        [],
        {"template": "{nothing}", "one": None, "values": {}},
        {"template": "other words", "one": None, "values": {}},
        {"template": "{size}", "one": None, "values": {"size": []}},
        {"template": 4, "one": None, "values": {}},
    ],
)
def test_a_damaged_template_leaves_the_english(said: object) -> None:
    kept = json.loads(json.dumps(encode(record(error=str(LocalError("The disk is full"))))))
    kept["error" + SAID] = said
    assert decode(JobRecord, kept).error == "The disk is full"


def calls(path: Path) -> Iterator[tuple[int, str, ast.Call]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
            yield node.lineno, node.func.id, node


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SOURCES).as_posix())
def test_every_template_is_given_the_values_that_it_names(path: Path) -> None:
    for line, name, call in calls(path):
        if name != "say" or not isinstance(call.args[0], ast.Constant):
            continue
        values = {word.arg for word in call.keywords} - {"one"}
        ones = [
            word.value.value for word in call.keywords if word.arg == "one" and isinstance(word.value, ast.Constant)
        ]
        for template in map(str, (call.args[0].value, *ones)):
            named = {field for _, field, _, _ in Formatter().parse(template) if field is not None}
            assert named == values, f"line {line}: {template}"
        assert not ones or "count" in values, f"line {line}: `count` chooses between singular and plural"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SOURCES).as_posix())
def test_no_error_is_worded_where_no_translator_finds_it(path: Path) -> None:
    bare = [
        f"line {line}: {ast.unparse(call.args[0])}"
        for line, name, call in calls(path)
        if name in {"SourceError", "LocalError", "IntegrityError", "UserError", "ArchiveError"}
        and isinstance(call.args[0], ast.JoinedStr | ast.BinOp)
    ]
    assert bare == [], "sentences with values are made by `say`"
