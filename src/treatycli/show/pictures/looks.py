"""How a status looks in every picture: a shape, a fill and an outline, told apart in grey as in colour."""

from __future__ import annotations

from treatycli import vocabulary
from treatycli.show.svg import BLUE, GROUND, INK, ORANGE, PAPER, SKY, VERMILLION, points
from treatycli.values import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from treatycli.show.svg import Canvas

SQUARE = ((0, 0), (1, 0), (1, 1), (0, 1))
POINTED = ((0, 0), (1, 0), (1, 0.68), (0.5, 1), (0, 0.68))
NOTCHED = ((0, 0), (1, 0), (1, 1), (0.5, 0.8), (0, 1))
CUT = ((0.22, 0), (0.78, 0), (1, 0.3), (1, 0.7), (0.78, 1), (0.22, 1), (0, 0.7), (0, 0.3))
FOOTED = ((0, 0.76), (1, 0.76), (1, 1), (0, 1))


EDGING = "#8c8c8c"


class Look(Record):
    """A tile: its corners as parts of its size, its colours, its dashes, a band, the foot of its letters."""

    corners: tuple[tuple[float, float], ...]
    fill: str
    ink: str
    stroke: str = ""
    dashes: str = ""
    band: tuple[tuple[float, float], ...] = ()
    foot: float = 0.71


STATUS = {
    vocabulary.PARTY: Look(SQUARE, BLUE, PAPER),
    vocabulary.NOT_YET_IN_FORCE: Look(SQUARE, PAPER, INK, BLUE, band=FOOTED, foot=0.66),
    vocabulary.NOT_ESTABLISHED: Look(SQUARE, SKY, INK, INK, "3 2"),
    vocabulary.WITHDRAWING: Look(NOTCHED, ORANGE, INK, INK, foot=0.63),
    vocabulary.FORMER: Look(POINTED, VERMILLION, INK, INK, foot=0.58),
    vocabulary.SIGNATORY: Look(CUT, PAPER, INK, BLUE),
    vocabulary.NOT_PARTY: Look(SQUARE, GROUND, INK, EDGING),
}


def tile(canvas: Canvas, status: str, x: float, y: float, size: float, title: str = "") -> Look:
    """Draw the tile of a status with its upper left corner at x and y; return its look."""
    look = STATUS[status]
    looks: dict[str, object] = {"fill": look.fill}
    if look.stroke:
        looks |= {"stroke": look.stroke, "stroke_width": round(max(1.2, size / 18), 1)}
    if look.dashes:
        looks |= {"stroke_dasharray": look.dashes}
    canvas.add("path", title, d=_placed(look.corners, x, y, size), **looks)
    if look.band:
        canvas.add("path", d=_placed(look.band, x, y, size), fill=look.stroke)
    return look


def _placed(corners: tuple[tuple[float, float], ...], x: float, y: float, size: float) -> str:
    return points((x + across * size, y + down * size) for across, down in corners) + "Z"


def bar(canvas: Canvas, status: str, x: float, y: float, long: float, high: float) -> None:
    """Draw a part of a bar in the fill of a status, with a line around it."""
    look = STATUS[status]
    looks: dict[str, object] = {"stroke_dasharray": look.dashes} if look.dashes else {}
    canvas.add("rect", x=x, y=y, width=long, height=high, fill=look.fill, stroke=INK, stroke_width=1, **looks)
