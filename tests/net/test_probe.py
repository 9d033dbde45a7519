"""Sources asked before anything is fetched, against mirrors that behave and misbehave."""

import asyncio
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest
from tests.conftest import LabMaker
from tests.fakes.downloads import add, open_api, reached
from tests.fakes.waiting import until

from headwater.control.folder_look import look_at_folder
from headwater.control.same_file import group_same_files
from headwater.lab.sample import SeededSample
from headwater.lab.shaping import MirrorBehaviour
from headwater.model.access import Access
from headwater.model.commands import PauseJobs
from headwater.model.job import JobOptions
from headwater.model.probe import FileAsked, SourceProbe, TwinKind
from headwater.model.source import SourceSpec, Support, Validator

SIZE = 3_000_000


async def test_a_probe_tells_all_that_a_person_wants_to_know(tmp_path: Path, mirror_lab: LabMaker) -> None:
    disposition = (("Content-Disposition", 'attachment; filename="real.iso"'),)
    behaviours = [
        MirrorBehaviour(headers=disposition),
        MirrorBehaviour(ignores_range=True),
        MirrorBehaviour(status=404),
    ]
    lab = await mirror_lab([*behaviours, MirrorBehaviour(error_page=True), MirrorBehaviour(refuses=True)])
    async with open_api(tmp_path) as api:
        good, whole, gone, page, dead = await asyncio.gather(*(api.probe(SourceSpec(url)) for url in lab.urls))
    assert (good.name, good.size_bytes, good.ranges, good.error) == ("real.iso", 1024 * 1024, Support.YES, None)
    assert good.validator == Validator('"headwater-1"', "Tue, 01 Jul 2025 12:00:00 GMT")
    assert good.content_type == "application/octet-stream"
    assert (whole.name, whole.size_bytes, whole.ranges) == ("sample.bin", 1024 * 1024, Support.NO)
    assert gone.error is not None
    assert "404" in gone.error
    assert page.error == "The server sent a web page in the place of the file."
    assert dead.error is not None
    assert sum(record.sent_bytes for record in lab.mirrors[0].requests) == 1, "nothing was fetched beyond the question"


async def test_what_a_job_chose_counts_for_its_probes(tmp_path: Path, mirror_lab: LabMaker) -> None:
    lab = await mirror_lab([MirrorBehaviour()])
    options = JobOptions(headers=(("Referer", "https://page.example/"),), access=Access(cookie="a=b"))
    async with open_api(tmp_path) as api:
        await api.probe(SourceSpec(lab.urls[0]), options)
        addresses = [await api.probe(SourceSpec(url)) for url in ("magnet:?xt=1", "http://[::", "gopher://x.example/")]
    headers = lab.mirrors[0].requests[0].headers
    assert (headers["Referer"], headers["Cookie"]) == ("https://page.example/", "a=b")
    assert all(probe.error for probe in addresses)


async def test_cancelling_a_probe_closes_its_connection(tmp_path: Path, mirror_lab: LabMaker) -> None:
    lab = await mirror_lab([MirrorBehaviour(latency_s=3600.0)])
    mirror = lab.mirrors[0]
    async with open_api(tmp_path) as api:
        task = asyncio.create_task(api.probe(SourceSpec(lab.urls[0])))
        await until(lambda: mirror.active_requests, "the question arrives")
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await until(lambda: not mirror.active_requests, "the connection is gone")
    assert task.cancelled()


async def test_mirrors_of_one_file_are_found_by_their_answers(tmp_path: Path, mirror_lab: LabMaker) -> None:
    first = await mirror_lab([MirrorBehaviour()] * 2, SeededSample(SIZE, seed=1), path="/one/x.iso")
    other = await mirror_lab([MirrorBehaviour(etag='"other"')], SeededSample(SIZE + 1), path="/two/x.iso")
    urls = (*first.urls, *other.urls)
    async with open_api(tmp_path) as api:
        probes = {url: await api.probe(SourceSpec(url)) for url in urls}
    assert group_same_files(urls) == (urls,), "links alone say one file"
    assert group_same_files(urls, probes) == (first.urls, other.urls)


async def test_the_list_is_searched_for_the_file(tmp_path: Path, mirror_lab: LabMaker) -> None:
    lab = await mirror_lab([MirrorBehaviour(rate_bytes_per_s=1e6)] * 2, SeededSample(SIZE), path="/x.iso")
    elsewhere = "https://elsewhere.example/x.iso"
    async with open_api(tmp_path) as api:
        job_id = await add(api, lab.urls[:1], tmp_path)
        await reached(api, job_id, 100_000)
        await api.execute(PauseJobs((job_id,)))
        mark = {lab.urls[0]: Validator('"headwater-1"')}
        asked = (
            FileAsked(lab.urls),
            FileAsked((elsewhere,), "x.iso", SIZE),
            FileAsked((elsewhere,), "x.iso", SIZE + 1),
            FileAsked((elsewhere, lab.urls[0] + "?v=2"), "x.iso", SIZE, {lab.urls[0] + "?v=2": Validator('"new"')}),
            FileAsked((elsewhere, lab.urls[0] + "?v=1"), "x.iso", SIZE, mark),
        )
        same, named, longer, newer, older = api.find_twins(asked)
    assert same is not None
    assert (same.kind, same.job_id, same.has_urls) == (TwinKind.SAME_LINK, job_id, frozenset(lab.urls[:1]))
    assert named is not None
    assert (named.kind, named.name) == (TwinKind.SAME_FILE, "x.iso")
    assert longer is None
    assert newer is None, "that host has another version now"
    assert older is not None


async def test_an_expired_job_is_found_by_its_fresh_link(tmp_path: Path, mirror_lab: LabMaker) -> None:
    lab = await mirror_lab([MirrorBehaviour(status=403)], path="/x.iso")
    async with open_api(tmp_path) as api:
        job_id = await add(api, [lab.urls[0] + "?sig=old"], tmp_path)
        await api.settled(job_id)
        (twin,) = api.find_twins([FileAsked((lab.urls[0] + "?sig=new",))])
    assert twin is not None
    assert (twin.kind, twin.job_id, twin.has_urls) == (TwinKind.FRESH_LINK, job_id, frozenset())


async def test_a_folder_is_looked_at_before_it_exists(tmp_path: Path) -> None:
    (tmp_path / "x.iso").write_bytes(b"abc")
    async with open_api(tmp_path) as api:
        here = await api.look_at_folder(tmp_path, ["x.iso", "y.iso"])
        deeper = await api.look_at_folder(tmp_path / "a" / "b", ["x.iso"])
        wrong = await api.look_at_folder(tmp_path / "x.iso")
    assert here.existing == {"x.iso": 3}
    assert here.free_bytes is not None
    assert here.free_bytes > 0
    assert deeper.free_bytes is not None
    assert deeper.existing == {}
    assert not (tmp_path / "a").exists()
    assert wrong.problem == f"{tmp_path / 'x.iso'} is a file, not a folder."


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="there is no such tree on this system")
async def test_a_tree_of_the_systems_own_takes_no_files(tmp_path: Path) -> None:
    """The superuser is permitted to write there, and cannot."""
    async with open_api(tmp_path) as api:
        view = await api.look_at_folder(Path("/proc/nothere"))
    assert view.problem in ("Nothing can be stored in /proc.", "There is no permission to write into /proc.")
    assert view.free_bytes is None


def test_a_tree_that_tells_of_no_room_at_all_may_take_files_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _place: SimpleNamespace(total=0, used=0, free=0))
    view = look_at_folder(tmp_path, ())
    assert (view.problem, view.free_bytes) == (None, None)
    assert list(tmp_path.iterdir()) == [], "nothing is left behind"


def probed(
    url: str, name: str, size_bytes: int | None, etag: str | None = None, when: str | None = None
) -> SourceProbe:
    return SourceProbe(url, name=name, size_bytes=size_bytes, validator=Validator(etag, when))


def test_what_makes_two_links_one_file() -> None:
    a, b, c = "https://a.example/get?id=1", "https://b.example/x.iso", "https://a.example/get?id=2"

    def grouped(*probes: SourceProbe) -> list[int]:
        return [len(group) for group in group_same_files([p.url for p in probes], {p.url: p for p in probes})]

    assert grouped(probed(a, "x.iso", 9), probed(b, "x.iso", 9)) == [2], "name and size"
    assert grouped(probed(a, "get", 9, '"e"'), probed(b, "x.iso", 9, '"e"')) == [2], "size and version mark"
    assert grouped(probed(a, "get", 9, 'W/"e"'), probed(b, "x.iso", 9, 'W/"e"')) == [1, 1], "a weak mark is none"
    assert grouped(probed(a, "x.iso", 9), probed(b, "x.iso", 8)) == [1, 1], "sizes part them"
    assert grouped(probed(a, "x.iso", 9), probed(c, "x.iso", 9)) == [1, 1], "one host, and nothing says it is one file"
    assert grouped(probed(a, "x.iso", 9, '"e"'), probed(c, "x.iso", 9, '"e"')) == [2]
    assert grouped(probed(a, "x.iso", None), probed(b, "x.iso", 9)) == [2], "one that does not tell may be the same"
    assert grouped(SourceProbe(a, error="404"), probed(b, "x.iso", 9)) == [1, 1]


@pytest.mark.parametrize(
    ("paths", "etag"),
    [
        (("/disk01.iso", "/disk02.iso"), '"6b04a78c-2dc6c0"'),
        (("/disk01.iso", "/disk02.iso"), '"9e107d9d372bb6826bd81d3542a419d6"'),
        (("/cd1/image.iso", "/cd2/image.iso"), '"6b04a78c-2dc6c0"'),
        (("/one.zip", "/two.zip"), '"6b04a78c-2dc6c0"'),
        (("/one.zip", "/two.zip"), '"2dc6c0-61b04a78c0000"'),
        (("/one.zip", "/two.zip"), '"1815-3000000-1700000000"'),
    ],
)
def test_files_of_one_size_and_one_second_stay_apart(paths: tuple[str, str], etag: str) -> None:
    size, when = 3_000_000, "Tue, 01 Jul 2025 12:00:00 GMT"
    links = [f"https://a.example{path}" for path in paths]
    probes = {link: probed(link, link.rpartition("/")[2], size, etag, when) for link in links}
    assert len(group_same_files(links, probes)) == 2
    mirrors = {
        url: probed(url, url.rpartition("/")[2], size, etag, when)
        for link in links
        for url in (link, link.replace("a.example", "b.example"))
    }
    if paths[0].rpartition("/")[2] != paths[1].rpartition("/")[2]:
        assert [len(group) for group in group_same_files(list(mirrors), mirrors)] == [2, 2], "mirrors find each other"


def test_links_alone_are_grouped_by_name_and_host() -> None:
    a, b, other = "https://a.example/x.iso", "https://b.example/x.iso?m=1", "https://a.example/y.iso"
    again = "https://a.example/old/x.iso"
    assert group_same_files([a, other, b, again]) == ((a, b), (other,), (again,))
    assert len(group_same_files(["https://a.example/", "https://b.example/"])) == 2, "no name is no likeness"


def test_ten_thousand_links_of_one_name_are_grouped_in_no_time() -> None:
    urls = [f"https://a.example/{number}/x.iso" for number in range(10_000)]
    assert len(group_same_files(urls)) == 10_000
