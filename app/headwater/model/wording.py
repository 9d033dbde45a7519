"""Sentences for people that can be said in another language: English text that remembers how it was made.

`say` fills a template in and returns the English sentence, a `str` like any other to whoever compares, writes or sends
it; the window takes the template, looks up its translation and fills that in. Templates are literals in the calls of
`say` and `marked`, and the plain sentences given to errors: `packaging/translations` collects them from the sources.
What lives elsewhere: the languages (resources) and the looking up (`headwater_ui.language`). The rule: a sentence is
never cut or put together by adding strings, since that forgets the template; it becomes a value of another sentence.
"""

from collections.abc import Iterable, Mapping
from typing import Final, TypeAlias

from headwater.model.amounts import size_words

#: What fills a placeholder. Anything else is written out as text at once.
Value: TypeAlias = str | int | float

#: As a placeholder's format (`{reason:clause}`): without the full stop, because the sentence around goes on.
CLAUSE: Final = "clause"


class Size(int):
    """An amount of bytes, written in the units and figures that people read: `1.25 GB`."""

    def __format__(self, spec: str) -> str:
        return format(int(self), spec) if spec else size_words(int(self))

    def __str__(self) -> str:
        return size_words(int(self))


class Sentence(str):
    """An English text with the template and the values that it was made of.

    `str()` gives it back whole, so that the text of an error that was raised with it is the sentence still. `one` is
    the English template for a `count` of 1, where the value of that name chooses between singular and plural.
    """

    __slots__ = ("one", "template", "values")

    template: str
    values: Mapping[str, Value]
    one: str | None

    def __new__(cls, template: str, values: Mapping[str, Value], one: str | None = None) -> "Sentence":
        chosen = one if one is not None and values.get("count") == 1 else template
        sentence = super().__new__(cls, chosen.format_map(values))
        sentence.template, sentence.values, sentence.one = template, values, one
        return sentence

    def __str__(self) -> str:
        return self

    def __format__(self, spec: str) -> str:
        return self.removesuffix(".") if spec == CLAUSE else super().__format__(spec)

    def __reduce__(self) -> "tuple[type[Sentence], tuple[str, dict[str, Value], str | None]]":
        return Sentence, (self.template, dict(self.values), self.one)


def say(template: str, /, *, one: str | None = None, **values: object) -> Sentence:
    """The sentence that `template` (a literal) makes with `values`, as `str.format` fills them in; `one` for one."""
    return Sentence(template, {name: _value(value) for name, value in values.items()}, one)


def marked(template: str) -> str:
    """A template of a table, for `say` later on: marks it for the collector, and does nothing else."""
    return template


def joined(parts: Iterable[str], between: str) -> Sentence:
    """Several sentences or words as one value, without their full stops."""
    values = {f"part{number}": as_sentence(part) for number, part in enumerate(parts)}
    return Sentence(between.join(f"{{{name}:{CLAUSE}}}" for name in values), values)


def in_turn(*sentences: str) -> Sentence:
    """Whole sentences, one after the other."""
    values = {f"part{number}": sentence for number, sentence in enumerate(sentences)}
    return Sentence(" ".join(f"{{{name}}}" for name in values), values)


def as_sentence(text: str) -> Sentence:
    """`text` as a sentence: itself where it is one, else a template with nothing to fill in."""
    return text if isinstance(text, Sentence) else Sentence(text.replace("{", "{{").replace("}", "}}"), {})


def _value(value: object) -> Value:
    if isinstance(value, BaseException):
        return as_sentence(str(value))  # the text of an error of ours is a sentence already
    return value if isinstance(value, str | int | float) else str(value)
