"""Whatever a sentence is made of: it is the English text, and survives copying and pickling with its template."""

import copy
import pickle

from hypothesis import given
from hypothesis import strategies as st

from headwater.model.wording import Sentence, Size, joined, say

plain = st.text(max_size=20) | st.integers() | st.floats(allow_nan=False) | st.builds(Size, st.integers(0, 10**18))
sentences = st.recursive(
    st.builds(lambda word: say("It is {word}.", word=word), plain),
    lambda inner: (
        st.builds(lambda a, b: say("{a:clause}; {b}", a=a, b=b), inner, plain | inner)
        | st.builds(lambda parts: joined(parts, ", "), st.lists(inner | st.text(max_size=9), min_size=1, max_size=3))
    ),
    max_leaves=5,
)


@given(sentences)
def test_a_sentence_is_its_text_and_nothing_else(sentence: Sentence) -> None:
    english = str.__str__(sentence)
    assert type(english) is str
    assert sentence == english
    assert hash(sentence) == hash(english)
    assert {english: 1}[sentence] == 1
    assert f"{sentence}" == english == sentence.template.format_map(sentence.values)


@given(sentences)
def test_a_sentence_survives_copies_and_processes(sentence: Sentence) -> None:
    for other in (copy.copy(sentence), copy.deepcopy(sentence), pickle.loads(pickle.dumps(sentence))):
        assert type(other) is Sentence
        assert (other, other.template, other.values) == (sentence, sentence.template, sentence.values)
        assert [type(value) for value in other.values.values()] == [type(v) for v in sentence.values.values()]
