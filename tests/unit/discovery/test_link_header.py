"""Link headers, and the mirrors they name."""

from headwater.discovery.link_header import mirrors_of, parse_links
from headwater.model.ports import MirrorHint

BASE = "http://origin.test/folder/file.iso"


def test_several_links_their_parameters_and_relative_targets() -> None:
    links = parse_links(
        '<http://a.test/x>; rel="duplicate describedby"; pri=1; geo=DE,'
        '</y,z>;rel=duplicate;title="a, \\"b\\"; c" , <w>; rel=next; flag',
        BASE,
    )
    assert [link.url for link in links] == [
        "http://a.test/x",
        "http://origin.test/y,z",
        "http://origin.test/folder/w",
    ]
    assert links[0].relations == {"duplicate", "describedby"}
    assert links[0].parameters == {"pri": "1", "geo": "DE"}
    assert links[1].parameters == {"title": 'a, "b"; c'}
    assert links[2].parameters == {"flag": ""}


def test_what_cannot_be_read_is_left_out_and_the_rest_stays() -> None:
    text = 'nonsense, <http://[broken>; rel=x, <>, "quoted, <http://no.test>", <http://b.test/>; rel=duplicate'
    links = parse_links(text, BASE)
    assert [link.url for link in links if "duplicate" in link.relations] == ["http://b.test/"]
    assert parse_links(None, BASE) == ()
    assert parse_links("<http://a.test/x>; rel", BASE)[0].relations == frozenset()


def test_mirrors() -> None:
    text = (
        "<http://a.test/f>; rel=duplicate; pri=2; geo=de, <ftp://b.test/f>; rel=Duplicate; geo=nowhere; pri=x,"
        "<file:///etc/passwd>; rel=duplicate, <http://c.test/f>; rel=describedby,"
        "<http://a.test/f>; rel=duplicate; pri=9, <http://d.test/x/f>; rel=duplicate; depth=2,"
        "<http://e.test/f>; rel=duplicate; depth=-1"
    )
    assert mirrors_of(parse_links(text, BASE)) == (
        MirrorHint("http://a.test/f", 2, "DE"),
        MirrorHint("ftp://b.test/f", None, None),
        MirrorHint("http://d.test/x/f", depth=2),
        MirrorHint("http://e.test/f"),
    )


def test_endless_headers_cost_bounded_time() -> None:
    assert len(parse_links("<http://a.test/x>; rel=duplicate, " * 5000, BASE)) == 256
    assert parse_links('"' * 100_000, BASE) == ()
    assert parse_links("<" * 100_000, BASE) == ()
    assert parse_links("<a>" + ";" * 100_000, BASE)[0].parameters == {}
    assert parse_links('<a>;x="' + "\\" * 100_000, BASE)
