"""Looking for a newer Headwater: a local server is asked once, told nothing of the person, and not believed blindly."""

import json
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from headwater.control.updates import look_for_update, read_answer, releases_url
from headwater.engine.settings import Settings
from headwater.model.access import Access, Credential
from headwater.model.errors import SourceError, UserError

PLACE = "http://releases.example/latest"


def release(tag: str, **more: Any) -> dict[str, Any]:
    return {"tag_name": tag, "html_url": f"https://releases.example/{tag}", **more}


def read(answer: Any, own: str = "1.4.0") -> tuple[str, str | None, bool]:
    found = read_answer(json.dumps(answer).encode(), PLACE, own_version=own)
    return found.version, found.page, found.is_newer


async def test_one_question_without_the_persons_secrets() -> None:
    asked: list[web.Request] = []

    async def answer(request: web.Request) -> web.Response:
        asked.append(request)
        return web.json_response(release("v99.0.0"))

    app = web.Application()
    app.router.add_get("/latest", answer)
    async with TestServer(app) as server:
        settings = Settings(
            update_url=str(server.make_url("/latest")),
            user_agent="Somebody/1",
            access=Access(credentials=(Credential("127.0.0.1", "ada", "secret"),), cookie="session=1"),
        )
        found = await look_for_update(settings)
    assert (found.version, found.is_newer) == ("99.0.0", True)
    (request,) = asked
    assert request.headers["User-Agent"].startswith("Headwater/")
    assert "Cookie" not in request.headers
    assert "Authorization" not in request.headers


async def test_no_answer_is_said_to_be_none() -> None:
    app = web.Application()
    async with TestServer(app) as server:
        with pytest.raises(SourceError):
            await look_for_update(Settings(update_url=str(server.make_url("/latest"))))


async def test_without_an_address_nobody_is_asked() -> None:
    assert releases_url(Settings()) is None, "there is no release yet; whoever makes the first puts its page there"
    with pytest.raises(UserError, match="no page yet"):
        await look_for_update(Settings())


def test_versions_are_compared_as_numbers() -> None:
    assert read(release("v1.10.0")) == ("1.10.0", "https://releases.example/v1.10.0", True)
    assert read(release("1.4"))[2] is False, "1.4 is 1.4.0"
    assert read(release("v1.3.9"))[2] is False
    assert read(release("v1.4.0"), own="1.4.0rc1")[2] is True
    assert read(release("v1.4.0rc1"))[2] is False


def test_of_a_list_the_newest_that_is_out() -> None:
    releases = [
        release("v2.0.0", draft=True),
        release("v1.9.0rc1", prerelease=True),
        release("v1.5.0"),
        release("v1.6.0"),
        release("nightly"),
    ]
    assert read(releases)[0] == "1.6.0"


@pytest.mark.parametrize("answer", [b"<html>", b"\xff\xfe", b"[]", b"{}", b'{"tag_name": 7}', b'"v1.0"', b"[[]]"])
def test_what_is_no_release_is_refused(answer: bytes) -> None:
    with pytest.raises(UserError, match="does not tell of releases"):
        read_answer(answer, PLACE)


@pytest.mark.parametrize("page", ["file:///etc/passwd", "javascript:alert(1)", 7, None])
def test_a_browser_is_sent_to_web_pages_only(page: Any) -> None:
    assert read({"tag_name": "v2.0.0", "html_url": page}) == ("2.0.0", None, True)
