"""Curves, their history and the chart that paints them."""

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from tests.ui.values import channel, flowing, sampled, source

from headwater.model.channel import ChannelState
from headwater.model.errors import LocalError
from headwater.model.job import JobId
from headwater.model.snapshots import JobSampled, SchedulerActed, StepIn
from headwater.model.source import SourceId
from headwater_ui.models.channel_history import COARSE_S, FINE_S, ChannelHistory, Line
from headwater_ui.shell.graph_export import export_graph, open_export, picture
from headwater_ui.widgets.channel_graph import ChannelGraph, GraphChoice, line_label, stack_bands
from headwater_ui.widgets.chart_frame import Axis, nice_step
from headwater_ui.widgets.curve import Curve
from headwater_ui.widgets.palette import channel_pen, source_colour
from headwater_ui.widgets.plot_strip import PlotStrip, Scale

JOB = JobId("0" * 16)


def history(seconds: float, *, step_s: float = 0.1) -> ChannelHistory:
    """Two sources, three channels, at steady rates."""
    kept = ChannelHistory()
    for i in range(round(seconds / step_s)):
        at_s = 100.0 + i * step_s
        kept.sample(sampled(JOB, at_s, flowing(1, 0, 4e6, at_s), flowing(2, 0, 2e6, at_s), flowing(3, 1, 1e6, at_s)))
    return kept


def test_curve_is_cut_into_runs_that_meet() -> None:
    curve = Curve()
    for i in range(200):
        curve.append(i, i * 2)
    assert list(curve.points()) == [(i, i * 2) for i in range(200)]
    strokes = list(curve.strokes(50, 70))
    assert len(strokes) == 2
    assert strokes[0].at(0).x() == 49
    assert strokes[0].at(strokes[0].size() - 1) == strokes[1].at(0)
    assert strokes[1].at(strokes[1].size() - 1).x() == 71
    assert list(curve.points_from(190.5)) == [(i, i * 2) for i in range(190, 200)]
    curve.forget_before(130)
    assert next(iter(curve.points()))[0] <= 130
    assert curve.at(150.2, 1.0) == 300
    assert curve.at(500, 1.0) is None


def test_a_silence_begins_a_new_stroke() -> None:
    curve = Curve()
    for x in (0.0, 0.1, 5.0, 5.1):
        curve.append(x, 1.0, gap_s=1.0)
    assert [stroke.size() for stroke in curve.strokes(0, 6)] == [2, 2]


def test_reconnecting_a_thousand_times_needs_no_new_lines() -> None:
    kept = ChannelHistory()
    for i in range(1000):
        kept.sample(sampled(JOB, float(i) / 10, channel(2 * i, 0), channel(2 * i + 1, 0)))
    assert sorted(kept.fine.rate) == [Line(SourceId(0), 0), Line(SourceId(0), 1)]


def test_a_closed_channel_gives_its_line_back() -> None:
    kept = ChannelHistory()
    kept.sample(sampled(JOB, 1.0, channel(1, 0), channel(2, 0)))
    kept.sample(sampled(JOB, 2.0, channel(1, 0, state=ChannelState.CLOSED), channel(2, 0), channel(3, 0)))
    assert kept.line_of(channel(3, 0).channel_id) == Line(SourceId(0), 0)
    assert kept.line_of(channel(2, 0).channel_id) == Line(SourceId(0), 1)


def test_history_forgets_and_averages() -> None:
    kept = history(200.0, step_s=0.5)
    fine = list(kept.fine.rate[Line(SourceId(0), 0)].points())
    coarse = list(kept.coarse.rate[Line(SourceId(0), 0)].points())
    assert kept.last_s - fine[0][0] < FINE_S + 70 * 0.5
    assert len(coarse) == pytest.approx(200 / 2, abs=2)
    assert [value for _, value in coarse] == pytest.approx([4e6] * len(coarse))
    assert kept.last_s - coarse[0][0] <= COARSE_S


def test_channels_that_take_turns_add_up_to_what_their_source_gives() -> None:
    """The meter of each says what it can do alone; their curves say what came."""
    kept, turn_s, received = ChannelHistory(), 1.0, [0.0, 0.0]
    for i in range(400):
        at_s = i / 10
        received[int(at_s // turn_s) % 2] += 1.5e6 / 10
        kept.sample(sampled(JOB, at_s, *(channel(n, 0, 1.5e6, received_bytes=round(received[n])) for n in (0, 1))))
    (band,) = stack_bands(kept.fine, kept, 30.0, False)
    heights = [y for x, y in band.curve.points() if x >= 30.0]
    assert heights == pytest.approx([1.5e6] * len(heights), rel=0.01)
    assert kept.fine.total.highest(30.0) == pytest.approx(1.5e6, rel=0.01)


def test_a_channel_that_comes_later_shows_what_it_brought_since() -> None:
    kept = ChannelHistory()
    for i in range(100):
        at_s = 5.0 + i / 10
        late = (channel(2, 1, 9e6, received_bytes=round((at_s - 9.9) * 2e6)),) if at_s >= 10 else ()
        kept.sample(sampled(JOB, at_s, flowing(1, 0, 1e6, at_s), *late))
    points = list(kept.fine.rate[Line(SourceId(1), 0)].points())
    assert points[0][1] < 1e6, "half a second evens it out"
    assert points[-1][1] == pytest.approx(2e6, rel=0.01)


def test_where_samples_are_far_between_their_mean_is_shown() -> None:
    """A computer with much else to do takes few samples; what a meter says of the last moment would be no mean."""
    kept = ChannelHistory()
    kept.sample(sampled(JOB, 10.0, channel(1, 0, 1e6, received_bytes=10**7)))
    kept.sample(sampled(JOB, 20.0, channel(1, 0, 9e6, received_bytes=3 * 10**7)))
    assert kept.fine.total.at(20.0, 0.01) == pytest.approx(2e6, rel=0.001)
    kept.sample(sampled(JOB, 20.1, channel(1, 0, 4e6, received_bytes=0)))
    assert kept.fine.total.at(20.1, 0.01) == 4e6, "the numbers began anew"


def test_stack_adds_up() -> None:
    bands = stack_bands(history(5.0).fine, history(5.0), 0.0, False)
    assert [band.label for band in bands] == ["mirror0.example", "mirror1.example"]
    assert bands[0].area.boundingRect().bottom() == pytest.approx(6e6)
    assert bands[1].area.boundingRect().bottom() == pytest.approx(7e6)
    assert bands[1].area.boundingRect().top() == pytest.approx(6e6)


def test_labels_number_channels_from_the_second_on() -> None:
    kept = history(1.0)
    assert line_label(Line(SourceId(0), 0), kept) == "mirror0.example"
    assert line_label(Line(SourceId(0), 1), kept) == "mirror0.example #2"


@pytest.mark.parametrize(("span", "step"), [(1.0, 0.25), (7.0, 2.0), (9.0, 2.5), (100.0, 25.0), (0.0, 1.0)])
def test_steps_are_round_numbers(span: float, step: float) -> None:
    assert nice_step(span) == pytest.approx(step)


def test_axis_rises_at_once_and_falls_late() -> None:
    axis = Axis(1.0)
    axis.follow(100.0)
    high = axis.top
    assert high >= 108
    axis.follow(80.0)
    assert axis.top == high
    axis.follow(10.0)
    assert axis.top < high / 2


def shown(qtbot: QtBot, kept: ChannelHistory | None, choice: GraphChoice) -> ChannelGraph:
    graph = ChannelGraph()
    qtbot.addWidget(graph)
    qtbot.addWidget(graph.bar)
    graph.resize(640, 260)
    graph.choose(choice)
    graph.show()
    graph.show_history(kept)
    return graph


def count(image: QImage, colour: QColor, reach: int = 40) -> int:
    """Pixels near a colour."""
    near = 0
    for y in range(image.height()):
        for x in range(image.width()):
            pixel = image.pixelColor(x, y)
            distance = abs(pixel.red() - colour.red()) + abs(pixel.green() - colour.green())
            near += distance + abs(pixel.blue() - colour.blue()) < reach
    return near


def test_lines_are_painted_in_their_sources_colours(qtbot: QtBot) -> None:
    graph = shown(qtbot, history(60.0), GraphChoice())
    image = graph.chart.grab().toImage()
    assert count(image, source_colour(SourceId(0), False)) > 400
    assert count(image, source_colour(SourceId(1), False)) > 200
    assert count(image, source_colour(SourceId(5), False)) == 0


def test_bands_fill_and_lines_do_not(qtbot: QtBot) -> None:
    graph = shown(qtbot, history(60.0), GraphChoice(stacked=True))
    stacked = graph.chart.grab().toImage()
    fill = QColor(source_colour(SourceId(0), False))
    white = 1 - 0.72
    mixed = QColor(*(round(0.72 * part + 255 * white) for part in (fill.red(), fill.green(), fill.blue())))
    # 6 of the axis' 8 MB/s, over the whole window.
    assert count(stacked, mixed, 12) > stacked.width() * stacked.height() * 0.35


def test_read_out_tells_the_largest_first_with_latency(qtbot: QtBot) -> None:
    graph = shown(qtbot, history(60.0), GraphChoice())
    rows = graph.chart.read_out(155.0)
    assert [(row.label, row.words) for row in rows] == [
        ("All together", "7.00 MB/s"),
        ("mirror0.example", "4.00 MB/s   50 ms"),
        ("mirror0.example #2", "2.00 MB/s   50 ms"),
        ("mirror1.example", "1.00 MB/s   50 ms"),
    ]
    assert graph.chart.read_out(10.0) == []


def test_what_finds_no_room_in_the_read_out_is_counted(qtbot: QtBot) -> None:
    graph = shown(qtbot, history(60.0), GraphChoice())
    assert [(row.label, row.words) for row in graph.chart.read_out(155.0, 3)] == [
        ("All together", "7.00 MB/s"),
        ("mirror0.example", "4.00 MB/s   50 ms"),
        ("2 more", "3.00 MB/s"),
    ]


@pytest.mark.parametrize(
    ("window", "told"),
    [
        ("30 seconds", ["−30 s", "−25 s", "−20 s", "−15 s", "−10 s", "−5 s", "now"]),
        ("1 minute", ["−60 s", "−50 s", "−40 s", "−30 s", "−20 s", "−10 s", "now"]),
        ("5 minutes", ["−5 min", "−4 min", "−3 min", "−2 min", "−1 min", "now"]),
        ("30 minutes", ["−30 min", "−25 min", "−20 min", "−15 min", "−10 min", "−5 min", "now"]),
    ],
)
def test_the_time_axis_tells_round_times(qtbot: QtBot, window: str, told: list[str]) -> None:
    graph = shown(qtbot, history(2.0), GraphChoice(window=window))
    assert graph.chart.time_labels() == told


def test_hovering_paints_the_read_out(qtbot: QtBot) -> None:
    graph = shown(qtbot, history(60.0), GraphChoice())
    before = graph.chart.grab().toImage()
    QTest.mouseMove(graph.chart, QPointF(graph.chart.plot_rect().center()).toPoint())
    assert graph.chart.grab().toImage() != before


def test_marks_are_painted_where_the_scheduler_stepped_in(qtbot: QtBot) -> None:
    kept = history(60.0)
    kept.mark(SchedulerActed(JOB, 130.0, StepIn.TAKEN_OVER, SourceId(5), "the rest went to a faster one"))
    graph = shown(qtbot, kept, GraphChoice(latency=False))
    assert count(graph.chart.grab().toImage(), source_colour(SourceId(5), False)) > 10


def test_holding_the_picture_still(qtbot: QtBot) -> None:
    kept = history(20.0)
    graph = shown(qtbot, kept, GraphChoice())
    graph._pause.setChecked(True)
    before = graph.chart.grab().toImage()
    kept.sample(sampled(JOB, 140.0, channel(1, 0, 9e6)))
    graph.refresh()
    assert graph.chart.grab().toImage() == before
    graph._pause.setChecked(False)
    assert graph.chart.grab().toImage() != before


def test_what_is_held_can_be_looked_at_as_long_as_one_likes(qtbot: QtBot, tmp_path: Path) -> None:
    kept = history(60.0)
    graph = shown(qtbot, kept, GraphChoice())
    told = graph.chart.read_out(155.0)
    graph._pause.setChecked(True)
    for i in range(1200):  # two minutes: the history has forgotten the moment
        kept.sample(sampled(JOB, 160.0 + i / 10, flowing(1, 0, 9e6, 160.0 + i / 10)))
        graph.refresh()
    assert graph.chart.read_out(155.0) == told
    graph.choose(GraphChoice(window="30 seconds", stacked=True))
    assert [row.label for row in graph.chart.read_out(155.0)] == ["All together", "mirror0.example", "mirror1.example"]
    export_graph(graph, tmp_path / "held.csv")
    assert "mirror1.example" in (tmp_path / "held.csv").read_text(encoding="utf-8")
    graph._pause.setChecked(False)
    graph.choose(GraphChoice(window="30 seconds"))
    assert graph.chart.read_out(155.0) == []


def test_no_label_of_an_axis_is_cut(qtbot: QtBot) -> None:
    """The highest label of the right axis, 1.0 s, is shorter than those below it."""
    kept = ChannelHistory()
    for i in range(100):
        kept.sample(sampled(JOB, 100.0 + i / 10, channel(1, 0, 1e6, latency_s=0.9)))
    graph = shown(qtbot, kept, GraphChoice())
    room = graph.chart.width() - graph.chart.plot_rect().right() - 8
    assert room >= graph.chart.fontMetrics().horizontalAdvance("750 ms")


def test_the_exported_name_follows_its_kind(qtbot: QtBot) -> None:
    graph = shown(qtbot, history(10.0), GraphChoice())
    open_export(graph, graph, print)
    dialog = graph.findChild(QFileDialog, "graphExportDialog")
    assert isinstance(dialog, QFileDialog)
    dialog.filterSelected.emit("Numbers (*.csv)")
    assert Path(dialog.selectedFiles()[0]).name == "channels.csv"
    dialog.filterSelected.emit("Picture (*.png)")
    assert Path(dialog.selectedFiles()[0]).name == "channels.png"
    dialog.reject()


def test_sources_are_told_apart_by_hue_then_lightness() -> None:
    hues = {source_colour(SourceId(i), dark).name() for i in range(16) for dark in (False, True)}
    assert len(hues) == 32
    own = [channel_pen(SourceId(0), line, False).color().lightness() for line in range(3)]
    assert own == sorted(own)
    assert own[0] == source_colour(SourceId(0), False).lightness()


@pytest.mark.parametrize("stacked", [False, True])
def test_a_strip_that_scrolled_looks_as_if_painted_at_once(stacked: bool) -> None:
    kept, graph = ChannelHistory(), ChannelGraph()
    graph.choose(GraphChoice(stacked=stacked))
    scrolled, scale, received = PlotStrip(), Scale(QSize(600, 200), 1.0, 60.0, 8e6, 0.1), [0.0, 0.0]
    for i in range(700):
        wave = 1e6 * (1 + i // 7 % 3)
        received = [received[0] + wave / 10, received[1] + (3e6 - wave / 2) / 10]
        whole_bytes = map(round, received)
        kept.sample(
            sampled(
                JOB, i / 10, *(channel(n, n, received_bytes=had, latency_s=0.04) for n, had in enumerate(whole_bytes))
            )
        )
        frame = graph._frame(kept)
        assert frame is not None
        picture = scrolled.picture(scale, frame.look, frame.now, frame.content).toImage()
    assert frame is not None
    whole = PlotStrip().picture(scale, frame.look, frame.now, frame.content).toImage()
    differing = sum(
        abs(picture.pixelColor(x, y).alpha() - whole.pixelColor(x, y).alpha()) > 40
        for x in range(590)
        for y in range(0, 200, 3)
    )
    assert differing < 590 * 67 * 0.01


def test_two_sources_of_one_host_are_named_apart(qtbot: QtBot, tmp_path: Path) -> None:
    kept = ChannelHistory()
    for i in range(20):
        at_s, both = 100.0 + i / 10, (source(0, host="one.example"), source(1, host="one.example"))
        channels = (flowing(1, 0, 2e6, at_s, latency_s=0.1), flowing(2, 1, 1e6, at_s, latency_s=0.3))
        kept.sample(JobSampled(JOB, at_s, both, channels))
    graph = shown(qtbot, kept, GraphChoice())
    assert [(row.label, row.words) for row in graph.chart.read_out(101.0)[1:]] == [
        ("one.example (1)", "2.00 MB/s   100 ms"),
        ("one.example (2)", "1.00 MB/s   300 ms"),
    ]
    assert [name for name, _ in graph.legend()] == ["one.example (1)", "one.example (2)"]


def test_bands_lie_on_the_ground_while_nothing_came(qtbot: QtBot) -> None:
    """A download that stood still for a while was not slowing down all the time."""
    kept = ChannelHistory()
    for at_s in [100.0 + i / 10 for i in (*range(20), *range(400, 420))]:
        kept.sample(sampled(JOB, at_s, flowing(0, 0, 2e6, at_s)))
    (band,) = stack_bands(kept.fine, kept, 0.0, False)
    edge = [band.area.at(i) for i in range(band.area.size() // 2)]
    assert [point.y() for point in edge if 101.905 < point.x() < 139.995] == [0.0, 0.0]
    assert max(point.y() for point in edge) > 1e6


def test_the_second_eight_sources_are_painted_with_a_slit(qtbot: QtBot) -> None:
    """A line of theirs is two thin ones, a band of theirs has lines across it."""
    kept = ChannelHistory()
    for i in range(100):
        at_s = 100.0 + i / 10
        kept.sample(sampled(JOB, at_s, flowing(0, 0, 1e6, at_s), flowing(1, 9, 3e6, at_s)))
    graph = shown(qtbot, kept, GraphChoice("30 seconds", stacked=False, latency=False))
    plot = graph.chart.plot_rect()

    def runs(image: QImage, source: int) -> int:
        """How many pieces of a source's colour a column of the plot crosses, near its right edge."""
        x, hit, found = int(plot.right()) - 12, False, 0
        for y in range(int(plot.top()) + 3, int(plot.bottom())):
            near = count(image.copy(x, y, 1, 1), source_colour(SourceId(source), False), 150) > 0
            found += near and not hit
            hit = near
        return found

    image = graph.chart.grab().toImage()
    assert (runs(image, 0), runs(image, 9)) == (1, 2)
    graph._mode.setCurrentIndex(1)
    image = graph.chart.grab().toImage()
    assert runs(image, 0) == 1
    assert runs(image, 9) > 3


def test_a_legend_takes_as_many_lines_as_it_needs(qtbot: QtBot) -> None:
    kept = ChannelHistory()
    for i in range(20):
        at_s = 100.0 + i / 10
        kept.sample(sampled(JOB, at_s, *(flowing(number, number, 1e6, at_s) for number in range(12))))
    graph = shown(qtbot, kept, GraphChoice())
    made = picture(graph, "a name " * 40).toImage()
    assert made.width() == graph.chart.width()
    assert made.height() > graph.chart.height() + 4 * graph.chart.fontMetrics().height()
    lowest = made.copy(0, made.height() - 30, made.width(), 30)
    assert count(lowest, source_colour(SourceId(11), False), 9) > 50


def test_export_as_picture_and_numbers(qtbot: QtBot, tmp_path: Path) -> None:
    graph = shown(qtbot, history(10.0), GraphChoice())
    export_graph(graph, tmp_path / "graph.png", "disk.iso")
    saved = QImage(str(tmp_path / "graph.png"))
    assert saved.width() == graph.chart.width()
    assert saved.height() > graph.chart.height()
    legend = saved.copy(0, saved.height() - 30, saved.width(), 30)
    for number in (0, 1):
        assert count(legend, source_colour(SourceId(number), False), 9) > 50, "whose colour is whose"
    assert count(legend, source_colour(SourceId(2), False), 9) == 0
    export_graph(graph, tmp_path / "graph.csv")
    with (tmp_path / "graph.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["seconds", "channel", "bytes_per_s", "latency_s"]
    assert ["0.0", "mirror1.example", "1000000", "0.05"] in rows
    with pytest.raises(LocalError, match="cannot be written"):
        export_graph(graph, tmp_path / "missing" / "graph.csv")
