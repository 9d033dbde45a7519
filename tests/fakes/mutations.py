"""Damaged documents for fuzz tests: an honest one, cut, spliced, repeated and with bytes changed."""

from hypothesis import strategies as st


@st.composite
def mutated(draw: st.DrawFn, *honest: bytes) -> bytes:
    """One of the honest documents after up to eight small accidents."""
    document = bytearray(draw(st.sampled_from(honest)))
    for _ in range(draw(st.integers(0, 8))):
        start = draw(st.integers(0, len(document)))
        end = min(len(document), start + draw(st.integers(0, 40)))
        accident = draw(st.sampled_from(["replace", "cut", "repeat", "flip"]))
        if accident == "replace":
            document[start:end] = draw(st.binary(max_size=20))
        elif accident == "cut":
            del document[start:end]
        elif accident == "repeat":
            document[start:start] = document[start:end] * draw(st.integers(1, 20))
        elif start < len(document):
            document[start] ^= 1 << draw(st.integers(0, 7))
    return bytes(document)
