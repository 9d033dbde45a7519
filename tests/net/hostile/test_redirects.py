"""Redirects: followed, refused with a reason, remembered, and forgotten when they expire."""

from dataclasses import replace

import pytest
from tests.net.channels.certificates import Authority
from tests.net.channels.reading import opened, take
from tests.net.hostile.cases import always, ask, head, part, status, whole
from tests.net.hostile.harness import DATA, SETTINGS, SIZE, run
from tests.net.hostile.server import Answer, Asked, Behaviour, HostileServer, Then, in_turn

from headwater.model.access import Credential
from headwater.model.errors import Retry, SourceError
from headwater.model.spans import UNKNOWN_END, Span

A, B = Span(0, 1000), Span(5000, 6000)


def to(location: str, code: int = 302) -> Answer:
    return Answer(head(f"{code} Elsewhere", f"Location: {location}", "Content-Length: 4") + b"here")


def by_path(answers: dict[str, Behaviour]) -> Behaviour:
    def behave(asked: Asked, number: int) -> Answer:
        return answers[asked.target](asked, number)

    return behave


@pytest.mark.parametrize("is_asked_for_in_part", [False, True], ids=["whole", "in part"])
async def test_what_can_be_no_page_does_not_lead_to_one(is_asked_for_in_part: bool) -> None:
    page = b"<!doctype html><title>Please log in</title>"
    span = Span(0, len(page))
    answer = whole("Content-Type: text/html", body=page)
    if is_asked_for_in_part:
        answer = part(span, "Content-Type: text/html", size=len(page), body=page)
    behaviour = by_path({"/film.mkv": always(to("/login.html")), "/login.html": always(answer)})
    async with HostileServer(behaviour, path="/film.mkv") as server:
        outcome = await run(server, ask(span if is_asked_for_in_part else Span(0, UNKNOWN_END)))
    assert isinstance(outcome.error, SourceError)
    assert "web page" in str(outcome.error)
    assert not outcome.received


@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
async def test_followed_to_another_path(code: int) -> None:
    behaviour = by_path({"/file.bin": always(to("/other/real.iso#top", code)), "/other/real.iso": always(part(B))})
    async with HostileServer(behaviour) as server:
        outcome = await run(server, ask(B))
        assert bytes(outcome.data[5000:]) == DATA[5000:6000]
        assert outcome.facts is not None
        assert outcome.facts.url == server.url.replace("/file.bin", "/other/real.iso")
        assert outcome.facts.file_name == "real.iso"


async def test_followed_to_another_host_without_secrets_and_remembered() -> None:
    settings = replace(
        SETTINGS, headers=(("Authorization", "Bearer x"), ("X-Kept", "yes")), cookie="session=1", referer="http://r/"
    )
    async with HostileServer(in_turn([part(A), part(B)]), path="/mirror.bin") as mirror:
        async with HostileServer(always(to(mirror.url))) as server:
            async with opened(server.url, settings) as channel:
                await take(channel, A)
                _, outcome = await take(channel, B)
                assert bytes(outcome.data[5000:]) == DATA[5000:6000]
            assert len(server.asked) == 1  # the second range went straight to the mirror
            assert server.asked[0].fields["authorization"] == "Bearer x"
            assert server.asked[0].fields["cookie"] == "session=1"
        assert mirror.connections == 1
        for asked in mirror.asked:
            assert "authorization" not in asked.fields
            assert "cookie" not in asked.fields
            assert asked.fields["x-kept"] == "yes"


@pytest.mark.parametrize("pattern", ["*", "http://*"])
async def test_a_password_for_every_host_is_not_for_those_that_a_server_points_to(pattern: str) -> None:
    """It is for the sources that were named; a server may be made to point to whoever asks for passwords."""
    settings = replace(SETTINGS, credentials=(Credential(pattern, "me", "secret"),))
    asking = Answer(head("401 Unauthorized", "WWW-Authenticate: Basic", "Content-Length: 2") + b"no")
    async with HostileServer(always(asking)) as stranger, HostileServer(always(to(stranger.url))) as server:
        outcome = await run(server, ask(B), settings)
    assert isinstance(outcome.error, SourceError)
    assert outcome.error.status == 401
    assert len(stranger.asked) == 1
    assert "authorization" not in stranger.asked[0].fields


async def test_a_remembered_target_that_fails_is_forgotten() -> None:
    async with (
        HostileServer(in_turn([part(A), status("403 Forbidden"), part(B)]), path="/mirror.bin") as mirror,
        HostileServer(always(to(mirror.url))) as server,
        opened(server.url, SETTINGS) as channel,
    ):
        await take(channel, A)
        _, outcome = await take(channel, B)
        assert outcome.received.total_bytes == B.size
        assert len(server.asked) == 2


async def test_a_cookie_on_the_way_is_carried() -> None:
    def behave(asked: Asked, _: int) -> Answer:
        if "pass=1" in asked.fields.get("cookie", ""):
            return part(B)
        return Answer(head("302 Found", "Set-Cookie: pass=1; Path=/", "Location: /file.bin", "Content-Length: 0"))

    async with HostileServer(behave) as server:
        outcome = await run(server, ask(B))
    assert outcome.received.total_bytes == B.size


@pytest.mark.parametrize(
    ("location", "words"),
    [
        ("/file.bin", "go round in a circle"),
        ("file:///etc/passwd", "a file address"),
        ("ftp://127.0.0.1/x", "a ftp address"),
        ("data:,x", "a data address"),
        ("http://[::1", "not valid"),
        ("http://x.test:99999/", "not valid"),
        ("", "without saying where"),
    ],
)
async def test_refused(location: str, words: str) -> None:
    async with HostileServer(always(to(location))) as server:
        outcome = await run(server, ask(B))
    assert isinstance(outcome.error, SourceError)
    assert words in str(outcome.error)
    assert outcome.error.retry is Retry.NEVER
    assert not outcome.received


async def test_refused_when_they_never_end() -> None:
    async with HostileServer(lambda _, number: to(f"/{number}")) as server:
        outcome = await run(server, ask(B))
    assert "more than 5" in str(outcome.error)
    assert len(server.asked) == 6


async def test_a_redirect_to_an_error_page() -> None:
    page = b"<html><body>Please log in</body></html>"
    behaviour = by_path(
        {"/file.bin": always(to("/login")), "/login": always(whole("Content-Type: text/html", body=page))}
    )
    async with HostileServer(behaviour) as server:
        outcome = await run(server, ask(Span(0, SIZE), size=SIZE))
    assert "web page" in str(outcome.error)


async def test_a_redirect_whose_body_never_ends() -> None:
    endless = Answer(head("302 Found", "Location: /real.bin", "Content-Length: 1000000") + b"x" * 10, Then.HANG)
    async with HostileServer(by_path({"/file.bin": always(endless), "/real.bin": always(part(B))})) as server:
        outcome = await run(server, ask(B))
    assert outcome.received.total_bytes == B.size


async def test_a_target_in_raw_utf8() -> None:
    behaviour = by_path({"/file.bin": always(to("/naïve.bin")), "/na%C3%AFve.bin": always(part(B))})
    async with HostileServer(behaviour) as server:
        outcome = await run(server, ask(B))
    assert outcome.error is None
    assert outcome.received.total_bytes == B.size


async def test_across_schemes(authority: Authority) -> None:
    settings = replace(SETTINGS, ca_file=authority.ca_file)
    async with (
        HostileServer(always(part(B)), tls=authority.server_context()) as safe,
        HostileServer(always(to(safe.url))) as plain,
    ):
        outcome = await run(plain, ask(B), settings)
    assert outcome.received.total_bytes == B.size
    assert outcome.facts is not None
    assert not outcome.facts.is_unverified
    async with (
        HostileServer(always(part(B))) as plain,
        HostileServer(always(to(plain.url)), tls=authority.server_context()) as safe,
    ):
        outcome = await run(safe, ask(B), settings)
    assert outcome.received.total_bytes == B.size
    assert outcome.facts is not None
    assert outcome.facts.is_unverified  # who answers on a plain connection, nobody knows
