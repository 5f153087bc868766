"""The growth of a treaty: its parties day by day as a stepped curve, the days on which states left marked."""

from __future__ import annotations

from treatycli import dates
from treatycli.answers import counted
from treatycli.show.pictures import looks
from treatycli.show.svg import (
    BLUE,
    BODY,
    EDGE,
    INK,
    LINE,
    QUIET,
    SKY,
    SMALL,
    VERMILLION,
    WIDTH,
    Canvas,
    points,
    wide,
    wrapped,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from treatycli.show.svg import Caption
    from treatycli.topics.stats import Change, Stats

HIGH = 400
"""Units from the foot of the curve to the top of its scale."""
LEFT, RIGHT = EDGE + 46, WIDTH - 92
LEADING = SMALL * 1.2
LABELS = 6
"""So many days on which states left have a label; the earlier ones of more have only their mark."""


class Scale:
    """Where a day and a number of parties lie on the canvas."""

    def __init__(self, first: str, last: str, most: int, foot: float) -> None:
        self.first, self.foot = _days(first), foot
        self.span = max(1, _days(last) - self.first)
        self.step = next((step for step in (1, 2, 5, 10, 20, 50) if step * 5 >= most), 100)
        self.top = self.step * (most // self.step + 1)

    def x(self, day: str) -> float:
        """Return how far right a day (ISO 8601) lies."""
        return LEFT + (RIGHT - LEFT) * (_days(day) - self.first) / self.span

    def y(self, parties: int) -> float:
        """Return how far down a number of parties lies."""
        return self.foot - HIGH * parties / self.top


def _days(day: str) -> int:
    from datetime import date

    return date.fromisoformat(day).toordinal()


def draw(item: Stats, names: Mapping[str, str], caption: Caption) -> str:
    """Return the curve of a treaty's parties as SVG, and below it the states by status.

    `names` are those of the states that left, by code. After `known_to` the curve is a broken line.
    """
    canvas = Canvas(caption)
    if item.changes:
        canvas.y += HIGH + 30
        last = max(item.growth[-1].date, item.changes[-1].date) if item.growth else item.changes[-1].date
        first = f"{item.changes[0].date[:4]}-01-01"
        scale = Scale(first, last, max(change.parties for change in item.changes), canvas.y)
        _grid(canvas, scale, int(first[:4]), int(last[:4]))
        _curve(canvas, scale, item.changes, last, item.known_to)
        _departures(canvas, scale, item.changes, names)
        canvas.y += 44
    _statuses(canvas, item)
    return canvas.finish()


def _grid(canvas: Canvas, scale: Scale, first: int, last: int) -> None:
    for parties in range(0, scale.top + 1, scale.step):
        y = scale.y(parties)
        canvas.add("path", d=points([(LEFT, y), (RIGHT, y)]), stroke=LINE if parties else INK, stroke_width=1)
        canvas.text(LEFT - 8, y + 7, str(parties), anchor="end", fill=QUIET)
    apart = next(apart for apart in (1, 2, 5, 10, 20, 100) if (last - first) <= 6 * apart)
    for year in range(first, last + 1):
        if year == first or (year % apart == 0 and year - first > apart / 2):
            x = scale.x(f"{year}-01-01")
            canvas.add("path", d=points([(x, scale.foot), (x, scale.foot + 7)]), stroke=INK)
            canvas.text(x, scale.foot + 27, str(year), anchor="middle", fill=QUIET)


def _curve(canvas: Canvas, scale: Scale, changes: Sequence[Change], last: str, known_to: str) -> None:
    """Draw the steps, and write the first, the highest and the last number beside them."""
    corners: list[tuple[float, float]] = [(scale.x(changes[0].date), scale.foot)]
    for change in changes:
        corners += [(scale.x(change.date), corners[-1][1]), (scale.x(change.date), scale.y(change.parties))]
    corners.append((scale.x(last), corners[-1][1]))
    canvas.add("path", d=points([*corners, (scale.x(last), scale.foot)]) + "Z", fill=SKY, fill_opacity=0.35)
    known, later = _cut(corners[1:], scale.x(min(max(known_to, changes[0].date), last)))
    for part, dashes in ((known, "none"), (later, "5 4")):
        canvas.add(
            "path",
            d=points(part),
            fill="none",
            stroke=BLUE,
            stroke_width=4,
            stroke_linejoin="round",
            stroke_dasharray=dashes,
        )
    x, y = corners[-1]
    canvas.text(x + 8, y + 11, str(changes[-1].parties), size=34, weight="bold", fill=BLUE)
    most = max(changes, key=lambda change: change.parties)
    if most.parties > changes[-1].parties:
        x, y = scale.x(most.date), scale.y(most.parties)
        canvas.add("circle", cx=x, cy=y, r=5, fill=BLUE)
        said = f"Most: {most.parties}, from {dates.words(most.date)}"
        room = wide(said, BODY, bold=True)
        canvas.text(max(min(x + 8, RIGHT), LEFT + room), y - 13, said, anchor="end", weight="bold")
    first = changes[0]
    if len(changes) > 1:
        x, y = scale.x(first.date), scale.y(first.parties)
        canvas.add("circle", cx=x, cy=y, r=5, fill=BLUE)
        lines = (str(first.parties), dates.words(first.date))
        for place, line in enumerate(lines):
            canvas.text(x + 30, y + 22 + 23 * place, line, weight="" if place else "bold")


def _cut(
    corners: Sequence[tuple[float, float]], at: float
) -> tuple[list[tuple[float, float]], list[tuple[float, float]]]:
    """Return the steps up to a place on the way right, and those from there on."""
    before = [corner for corner in corners if corner[0] <= at]
    after = [corner for corner in corners if corner[0] > at]
    if not before:
        before = [corners[0]]
    here = (at, before[-1][1])
    return [*before, here], [here, *after]


def _departures(canvas: Canvas, scale: Scale, changes: Sequence[Change], names: Mapping[str, str]) -> None:
    """Mark each day on which states left; say who left on the latest of them, below the curve."""
    leaving = [change for change in changes if change.left]
    labels = []
    for change in leaving[-LABELS:]:
        who = ", ".join(names.get(code, code) for code in change.left)
        edge = min(scale.x(change.date), RIGHT) - 34
        labels.append((change, edge, wrapped(f"{dates.words(change.date)}: {who}", edge - LEFT - 10, SMALL)))
    high = sum(len(lines) for *_, lines in labels) * LEADING + 8 * len(labels)
    lowest = max((scale.y(change.parties) for change in leaving), default=0)
    y = min(lowest + 56, scale.foot - 10 - high)
    for change, edge, lines in labels:
        x = scale.x(change.date)
        corner = [(edge + 6, y + 14), (x, y + 14), (x, scale.y(change.parties))]
        canvas.add("path", d=points(corner), fill="none", stroke=VERMILLION, stroke_width=1.5)
        for line in lines:
            canvas.text(edge, y + LEADING - 2, line, size=SMALL, anchor="end")
            y += LEADING
        y += 8
    for change in leaving:
        _triangle(canvas, scale.x(change.date), scale.y(change.parties))


def _triangle(canvas: Canvas, x: float, y: float) -> None:
    corners = points([(x - 8, y - 2), (x + 8, y - 2), (x, y + 13)])
    canvas.add("path", d=corners + "Z", fill=VERMILLION, stroke=INK, stroke_width=1)


def _statuses(canvas: Canvas, item: Stats) -> None:
    """Draw all states as one bar divided by status, and say each part."""
    canvas.lines(f"All {counted(item.states, 'state')} on {dates.words(item.as_of)}", weight="bold")
    counts = [count for count in item.counts if count.states]
    x = float(EDGE)
    for count in counts:
        long = (WIDTH - 2 * EDGE) * count.states / max(1, item.states)
        looks.bar(canvas, count.status, x, canvas.y + 2, long, 24)
        x += long
    canvas.y += 32
    x = EDGE
    for count in counts:
        said = f"{count.states} {count.status}"
        room = 34 + wide(said, BODY) + 24
        if x > EDGE and x + room > WIDTH - EDGE:
            x, canvas.y = EDGE, canvas.y + 32
        looks.tile(canvas, count.status, x, canvas.y + 4, 23)
        canvas.text(x + 32, canvas.y + 22, said)
        x += room
    canvas.y += 34
