"""What `headwater:` links offer, and what they cannot."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.control.offer import Offer, is_offer, read_offer

A, B = "https://a.example/x.iso", "http://b.example/x.iso"


@pytest.mark.parametrize(
    ("text", "offer"),
    [
        (f"headwater:{A}", Offer((A,))),
        ("headwater:https%3A%2F%2Fa.example%2Fx.iso", Offer((A,))),
        (f"headwater:add?url={A}&mirror={B}&name=y.iso&checksum=sha-256=ab", Offer((A, B), "y.iso", "sha-256=ab")),
        ("HEADWATER://add/?url=https%3A%2F%2Fa.example%2Fx.iso", Offer((A,))),
        ("headwater:add?url=https://a.example/x%3Fa%3D1%26b%3D2#top", Offer(("https://a.example/x?a=1&b=2",))),
        ("headwater:add?url=file:///etc/passwd", Offer(())),
        ("headwater:/etc/passwd", Offer(())),
        ("headwater:javascript:alert(1)", Offer(())),
        (f"headwater:add?url={A}&name=../../x", Offer((A,))),
        (f"headwater:add?url={A}&pause=false&dir=/etc&start=now", Offer((A,))),
        ("headwater:add?url=https://[::1", Offer(())),
        ("headwater:", Offer(())),
    ],
)
def test_what_a_link_offers(text: str, offer: Offer) -> None:
    assert is_offer(text)
    assert read_offer(text) == offer


def test_other_texts_are_none() -> None:
    assert not any(map(is_offer, (A, "headwater", "/home/x/headwater:y", "")))


def test_thousands_of_links_are_not_asked_about() -> None:
    assert len(read_offer("headwater:add?" + "&".join(f"url=http://a/{i}" for i in range(3000))).links) == 100


@given(st.text())
def test_any_text_is_an_offer_of_links_or_of_none(text: str) -> None:
    offer = read_offer(f"headwater:{text}")
    assert all(link.startswith(("http", "ftp", "sftp")) for link in offer.links)
    assert not set("/\\") & set(offer.name)
