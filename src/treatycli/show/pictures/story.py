"""The story as a line: events from the top down, a mark a kind, at the right the number of parties."""

from __future__ import annotations

from treatycli.show.svg import (
    BLUE,
    BODY,
    EDGE,
    GREEN,
    INK,
    LINE,
    ORANGE,
    PAPER,
    PURPLE,
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
from treatycli.values import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatycli.show.svg import Caption

MOST = 60
"""So many events make a picture; more would be a list."""
RAIL, DAY, TITLE, NUMBER = EDGE + 78, EDGE + 98, EDGE + 176, WIDTH - EDGE - 116
BAR = WIDTH - EDGE - NUMBER - 46
LEADING = 27


class Moment(Record):
    """An event on the line: its year, its day within it, its title, its kind, a note in small letters.

    `parties` is the number of parties on its day, 0 where none is shown.
    """

    year: str
    day: str
    title: str
    kind: str
    note: str = ""
    parties: int = 0


class Mark(Record):
    """A mark of the line: its corners in units around its middle, its fill, what it stands for."""

    corners: tuple[tuple[float, float], ...]
    fill: str
    words: str
    kinds: tuple[str, ...]


MARKS = (
    Mark(
        ((-9, -4), (-4, -9), (4, -9), (9, -4), (9, 4), (4, 9), (-4, 9), (-9, 4)),
        BLUE,
        "joining, in force",
        ("signature", "ratification", "accession", "entry_into_force"),
    ),
    Mark(
        ((-10, -8), (10, -8), (0, 10)),
        VERMILLION,
        "leaving",
        ("withdrawal_announced", "withdrawal_vote", "withdrawal_notified", "withdrawal_effective"),
    ),
    Mark(
        ((-9, -9), (-3, -9), (-3, 9), (3, 9), (3, -9), (9, -9), (9, 9), (-9, 9)),
        PURPLE,
        "suspension, objection",
        ("suspension", "objection"),
    ),
    Mark(
        ((-8, -8), (8, -8), (8, 8), (-8, 8)),
        SKY,
        "talks, meeting",
        ("negotiation", "meeting", "review_conference"),
    ),
    Mark(
        (
            (-10, -6), (-6, -10), (0, -4), (6, -10), (10, -6), (4, 0),
            (10, 6), (6, 10), (0, 4), (-6, 10), (-10, 6), (-4, 0),
        ),
        INK,
        "use or transfer of mines",
        ("use", "transfer"),
    ),
    Mark(((0, -11), (9, 0), (0, 11), (-9, 0)), GREEN, "milestone, report", ("milestone", "report")),
    Mark(
        ((-9, -7), (9, -7), (9, 4), (-1, 4), (-7, 10), (-7, 4), (-9, 4)),
        PAPER,
        "statement",
        ("statement",),
    ),
    Mark(((0, -10), (10, 8), (-10, 8)), ORANGE, "deadline", ("deadline",)),
    Mark(((-10, -5), (10, -5), (10, 5), (-10, 5)), PAPER, "another treaty", ("related_treaty",)),
)  # fmt: skip
_OF_KIND = {kind: mark for mark in MARKS for kind in mark.kinds}


def draw(moments: Sequence[Moment], today: Moment, at: int, caption: Caption) -> str:
    """Return moments as SVG, in their order; `today` is set behind the first `at` of them."""
    canvas = Canvas(caption)
    _legend(canvas, moments)
    canvas.y += 14
    top = canvas.y
    numbered = any(moment.parties for moment in moments)
    if numbered:
        canvas.text(NUMBER, canvas.y + 4, "Parties", size=SMALL, fill=QUIET)
    line = canvas.add("path", stroke=LINE, stroke_width=4)
    most = max((moment.parties for moment in moments), default=0)
    year, before = "", 0
    for place, moment in enumerate(moments):
        if place == at:
            year = _today(canvas, today, year)
        y = canvas.y + 22
        if moment.year != year:
            canvas.text(RAIL - 18, y, moment.year, weight="bold", anchor="end")
        if moment.parties and moment.parties != before:
            _bar(canvas, y, moment.parties, most, falls=moment.parties < before)
        year, before = moment.year, moment.parties or before
        _moment(canvas, moment, NUMBER - 14 if numbered else WIDTH - EDGE)
    if not moments:
        canvas.lines("No event on record fits.", x=DAY)
    if at >= len(moments):
        _today(canvas, today, year)
    line.set("d", points([(RAIL, top), (RAIL, canvas.y - 18)]))
    return canvas.finish()


def _moment(canvas: Canvas, moment: Moment, edge: float) -> None:
    """Write an event: its mark on the line, its day, its title and note, wrapped."""
    mark = _OF_KIND[moment.kind]
    _mark(canvas, mark, RAIL, canvas.y + 15)
    left = DAY if len(moment.day) > len("30 June") else TITLE
    title = f"{moment.day}: {moment.title}" if left == DAY else moment.title
    if left == TITLE:
        canvas.text(DAY, canvas.y + 22, moment.day, fill=QUIET)
    weight = "bold" if mark.words in ("joining, in force", "leaving") else ""
    for line in wrapped(title, edge - left, BODY, bold=bool(weight)):
        canvas.text(left, canvas.y + 22, line, weight=weight)
        canvas.y += LEADING
    for line in wrapped(moment.note, edge - left, SMALL) if moment.note else ():
        canvas.text(left, canvas.y + 19, line, size=SMALL, fill=QUIET)
        canvas.y += LEADING - 3
    canvas.y += 8


def _today(canvas: Canvas, today: Moment, year: str) -> str:
    """Mark the day that was asked about on the line; return its year, which is then written."""
    if today.year != year:
        canvas.text(RAIL - 18, canvas.y + 22, today.year, weight="bold", anchor="end")
    canvas.add("circle", cx=RAIL, cy=canvas.y + 15, r=9, fill=PAPER, stroke=INK, stroke_width=3)
    canvas.text(DAY, canvas.y + 22, today.day, fill=QUIET)
    canvas.text(TITLE, canvas.y + 22, today.title, fill=QUIET)
    canvas.y += LEADING + 8
    return today.year


def _bar(canvas: Canvas, y: float, parties: int, most: int, *, falls: bool) -> None:
    """Draw the number of parties as a bar; one that falls has a triangle at its end."""
    canvas.text(NUMBER + 38, y, str(parties), weight="bold", anchor="end", fill=INK)
    end = NUMBER + 46 + BAR * parties / most
    canvas.add("rect", x=NUMBER + 46, y=y - 15, width=end - NUMBER - 46, height=17, fill=SKY)
    if falls:
        corners = [(end - 16, y - 12), (end - 2, y - 12), (end - 9, y)]
        canvas.add("path", d=points(corners) + "Z", fill=VERMILLION, stroke=INK, stroke_width=1)


def _mark(canvas: Canvas, mark: Mark, x: float, y: float) -> None:
    corners = points((x + across, y + down) for across, down in mark.corners)
    canvas.add("path", d=corners + "Z", fill=mark.fill, stroke=INK, stroke_width=1.5, stroke_linejoin="round")


def _legend(canvas: Canvas, moments: Sequence[Moment]) -> None:
    """Say what the marks that are used stand for, several a line."""
    used = [mark for mark in MARKS if any(moment.kind in mark.kinds for moment in moments)]
    if not used:
        return
    x: float = EDGE
    canvas.y += 10
    for mark in used:
        room = 30 + wide(mark.words, SMALL) + 20
        if x > EDGE and x + room > WIDTH - EDGE + 20:
            x, canvas.y = EDGE, canvas.y + LEADING
        _mark(canvas, mark, x + 11, canvas.y + 12)
        canvas.text(x + 28, canvas.y + 19, mark.words, size=SMALL)
        x += room
    canvas.y += LEADING + 6
