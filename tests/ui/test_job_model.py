"""The job list follows the feed row by row, keeps selections, and copes with ten thousand jobs."""

import random
import time
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot
from tests.ui.values import job, running

from headwater.model.job import JobId, JobState
from headwater.model.snapshots import JobAdded, JobChanged, JobRemoved, QueueReordered
from headwater_ui.models.job_filter import GROUPS, JobFilter
from headwater_ui.models.job_model import JobModel
from headwater_ui.models.job_words import JobColumn, sort_key


def names(model: JobModel) -> list[str]:
    return [one.name for one in model.jobs()]


def loaded(count: int) -> JobModel:
    model = JobModel()
    model.load([job(i) for i in range(count)])
    return model


def test_model_keeps_qts_rules_while_it_changes(qtlog: Any) -> None:
    model = loaded(5)
    judge = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.apply((JobAdded(job(5)), JobRemoved(job(1).job_id), JobChanged(running(3))))
    model.apply((QueueReordered(tuple(one.job_id for one in reversed(model.jobs()))),))
    assert judge.model() is model
    assert qtlog.records == []  # every broken rule is a warning of Qt's
    assert model.rowCount() == 5


def test_one_batch_is_told_in_runs_of_neighbouring_rows() -> None:
    model = loaded(10)
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    model.apply(tuple(JobChanged(running(i)) for i in (2, 3, 4, 8, 3)))
    assert told == [(2, 4), (8, 8)]
    assert model.counts()[JobState.RUNNING] == 4


def test_no_reset_after_the_first_load() -> None:
    model = loaded(3)
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    model.apply((JobAdded(job(3)), JobChanged(running(0)), JobRemoved(job(2).job_id)))
    model.apply((QueueReordered((job(3).job_id, job(0).job_id, job(1).job_id)),))
    assert names(model) == [job(3).name, job(0).name, job(1).name]
    assert resets == []


def test_new_jobs_go_where_they_say() -> None:
    model = loaded(3)
    model.apply((JobAdded(replace(job(7), position=1)), JobAdded(replace(job(8), position=99))))
    assert names(model) == [job(0).name, job(7).name, job(1).name, job(2).name, job(8).name]
    assert [model.row_of(one.job_id) for one in model.jobs()] == list(range(5))


def test_a_selected_row_stays_with_its_job_when_the_queue_is_reordered() -> None:
    model = loaded(4)
    kept = QPersistentModelIndex(model.index(1, 0))
    model.apply((QueueReordered(tuple(job(i).job_id for i in (3, 2, 1, 0))),))
    assert kept.row() == 2
    assert kept.data() == job(1).name
    assert model.index(kept.row(), JobColumn.POSITION).data() == "3"


@pytest.mark.parametrize("seed", range(20))
def test_model_equals_a_plain_list_under_any_feed(seed: int) -> None:
    rng = random.Random(seed)
    model, number = JobModel(), 0
    truth: list[JobId] = []
    model.load(())
    for _ in range(60):
        action = rng.random()
        if action < 0.4 or not truth:
            fresh = [replace(job(number + i), position=len(truth) + i) for i in range(rng.randint(1, 4))]
            number += len(fresh)
            truth += [one.job_id for one in fresh]
            model.apply(tuple(JobAdded(one) for one in fresh))
        elif action < 0.6:
            gone = rng.sample(truth, rng.randint(1, len(truth)))
            truth = [one for one in truth if one not in gone]
            model.apply(tuple(JobRemoved(one) for one in gone))
        else:
            rng.shuffle(truth)
            model.apply((QueueReordered(tuple(truth)),))
        assert [one.job_id for one in model.jobs()] == truth, f"seed {seed}"
        assert [model.row_of(JobId(one)) for one in truth] == list(range(len(truth)))
        assert sum(model.counts().values()) == len(truth)


def test_ten_thousand_jobs_load_search_and_tick_in_no_time(qtbot: QtBot) -> None:
    jobs = [job(i) for i in range(10_000)]
    model = JobModel()
    view = JobFilter(model)
    started_s = time.process_time()
    model.load(jobs)
    view.search("09999")
    assert view.rowCount() == 1
    view.search("")
    for column in JobColumn:
        view.sort(column, Qt.SortOrder.DescendingOrder)
    for _ in range(20):
        model.apply(tuple(JobChanged(running(i)) for i in range(200)))
    # A generous bound on CPU time: quadratic behaviour would take minutes.
    assert time.process_time() - started_s < 30.0
    assert view.rowCount() == 10_000


def test_filter_searches_names_and_links_and_groups(qtbot: QtBot) -> None:
    model = loaded(4)
    model.apply((JobChanged(running(2)), JobChanged(replace(job(3), state=JobState.DONE))))
    view = JobFilter(model)
    view.search("TWO.example 00001")
    assert [view.index(row, 0).data() for row in range(view.rowCount())] == [job(1).name]
    view.search("")
    view.show_group("Running")
    assert [view.index(row, 0).data() for row in range(view.rowCount())] == [job(2).name]
    narrowed = view.is_narrowed
    view.show_group("All")
    assert view.rowCount() == 4
    assert (narrowed, view.is_narrowed) == (True, False)


def test_sorting_is_by_value_and_not_by_words() -> None:
    model = JobModel()
    model.load([job(0, size_bytes=9_000), job(1, size_bytes=10_000_000), job(2, size_bytes=None)])
    view = JobFilter(model)
    view.sort(JobColumn.SIZE, Qt.SortOrder.AscendingOrder)
    assert [view.index(row, JobColumn.SIZE).data() for row in range(3)] == ["–", "9.00 kB", "10.0 MB"]
    by_size = view.shows_queue_order
    view.sort(JobColumn.POSITION, Qt.SortOrder.AscendingOrder)
    assert (by_size, view.shows_queue_order) == (False, True)


def shown(view: JobFilter) -> list[JobId]:
    return [view.job_at(row).job_id for row in range(view.rowCount())]


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("order", Qt.SortOrder)
def test_the_view_is_the_searched_and_sorted_list_under_any_feed(qtlog: Any, seed: int, order: Qt.SortOrder) -> None:
    """Against the plain words of it; Qt's own judge looks on, and a marked row stays with its job."""
    rng = random.Random(seed)
    model = loaded(8)
    view = JobFilter(model)
    judge = QAbstractItemModelTester(view, QAbstractItemModelTester.FailureReportingMode.Warning)
    resets: list[int] = []
    view.modelReset.connect(lambda: resets.append(1))
    view.sort(-1, order)
    number, column, group, needle = 8, -1, "All", ""
    for _ in range(60):
        mark = QPersistentModelIndex(view.index(rng.randrange(max(1, view.rowCount())), 0))
        marked = view.job_at(mark.row()).job_id if mark.isValid() else None
        ids = [one.job_id for one in model.jobs()]
        action = rng.randrange(7)
        if action == 0 or not ids:
            fresh = [replace(job(number + i), position=rng.randint(0, len(ids))) for i in range(rng.randint(1, 3))]
            number += len(fresh)
            model.apply(tuple(JobAdded(one) for one in fresh))
        elif action == 1:
            model.apply(tuple(JobRemoved(one) for one in rng.sample(ids, rng.randint(1, min(3, len(ids))))))
        elif action == 2:
            model.apply((QueueReordered(tuple(rng.sample(ids, len(ids)))),))
        elif action == 3:
            column = rng.choice([-1, *JobColumn])
            view.sort(column, order)
        elif action == 4:
            group = rng.choice(["All", "Running", "Waiting", "Paused"])
            view.show_group(group)
        elif action == 5:
            needle = rng.choice(["", "1", "one.example"])
            view.search(needle)
        else:
            changes = [
                replace(
                    one,
                    state=rng.choice([JobState.RUNNING, JobState.PAUSED, JobState.DONE]),
                    rate_bytes_per_s=float(rng.randint(0, 3)),
                )
                for one in rng.sample(list(model.jobs()), rng.randint(1, len(ids)))
            ]
            model.apply(tuple(JobChanged(one) for one in changes))
        states = GROUPS[group]
        wanted = [one for one in model.jobs() if (states is None or one.state in states) and needle in one.urls[0]]
        if column not in (-1, JobColumn.POSITION):
            by = int(column)
            keys: dict[JobId, Any] = {one.job_id: sort_key(one, by) for one in wanted}
            wanted.sort(key=lambda one: keys[one.job_id], reverse=order is Qt.SortOrder.DescendingOrder)
        elif order is Qt.SortOrder.DescendingOrder:
            wanted.reverse()
        assert shown(view) == [one.job_id for one in wanted], f"seed {seed}"
        if mark.isValid():
            assert view.job_at(mark.row()).job_id == marked, f"seed {seed}"
    assert judge.model() is view
    assert qtlog.records == []
    assert resets == []


def test_cells_say_what_a_person_reads() -> None:
    model = JobModel()
    model.load([running(0), job(1, state=JobState.FAILED, error="All sources failed: 404 Not Found")])
    cells = {column: model.index(0, column).data() for column in JobColumn}
    assert cells[JobColumn.PROGRESS] == "42 % · 420 kB of 1.00 MB"
    assert cells[JobColumn.SPEED] == "2.50 MB/s"
    assert cells[JobColumn.ETA] == "1 min 01 s"
    spoken = model.index(1, JobColumn.NAME).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "file-00001.iso, Failed, 0 % · 0 B of 1.00 MB, All sources failed: 404 Not Found"
