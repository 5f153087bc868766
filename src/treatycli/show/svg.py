"""A picture as SVG: elements with their text cleaned, a caption for every reader, no script, nothing outside.

Sizes are units of a canvas `WIDTH` units wide, which a page scales: 20 units are 10 pixels in a column of
400 pixels and 40 on a screen of 1,600. Looks are attributes, not style sheets, so that a picture set into
a page leaves the page alone. The colours are those of Okabe and Ito, which colour-blind readers tell
apart; they never stand without a shape or a word.
"""

from __future__ import annotations

from xml.etree import ElementTree

from treatycli.folding import clean
from treatycli.values import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WIDTH, EDGE = 800, 20
INK, QUIET, LINE, PAPER, GROUND = "#1a1a1a", "#4d4d4d", "#bfbfbf", "#ffffff", "#e3e3e3"
BLUE, SKY, ORANGE, VERMILLION, GREEN, PURPLE = (
    "#0072b2",
    "#56b4e9",
    "#e69f00",
    "#d55e00",
    "#009e73",
    "#cc79a7",
)
FONTS = "Helvetica Neue, Helvetica, Arial, Liberation Sans, system-ui, sans-serif"
HEADING, BODY, SMALL = 34, 20, 19
_NARROW, _THIN, _WIDE = set(" ijl.,;:'’|!()[]/ftI"), set('rs-Jz “”"'), set("mwMW@%—")


class Caption(Record):
    """What is said about a picture: its name, heading, the line below, what a screen reader says, the foot.

    `name` begins the ids, so that two pictures may stand in one page; `feet` are the last lines.
    """

    name: str
    heading: str
    below: str
    description: str
    feet: tuple[str, ...]


class Canvas:
    """A picture being drawn, from the top down: `y` is the first unit that is still free."""

    def __init__(self, caption: Caption) -> None:
        self.caption = caption
        ids = [f"treaty-{caption.name}-{part}" for part in ("title", "desc")]
        self.root = ElementTree.Element(
            "svg",
            {
                "xmlns": "http://www.w3.org/2000/svg",
                "width": "100%",
                "role": "img",
                "lang": "en",
                "aria-labelledby": " ".join(ids),
                "font-family": FONTS,
                "font-size": str(BODY),
                "fill": INK,
            },
        )
        self._said("title", caption.heading, ids[0])
        self._said("desc", caption.description, ids[1])
        self.paper = self.add("rect", width=WIDTH, fill=PAPER)
        self.y = 20.0
        self.lines(caption.heading, size=HEADING, weight="bold")
        if caption.below:
            self.lines(caption.below, fill=QUIET)

    def _said(self, tag: str, text: str, key: str) -> None:
        ElementTree.SubElement(self.root, tag, id=key).text = safe(text)

    def add(self, tag: str, title: object = "", **looks: object) -> ElementTree.Element:
        """Add an element; `stroke_width` is `stroke-width`, `title` what a pointer over it is told."""
        named = {name.replace("_", "-"): _number(value) for name, value in looks.items()}
        element = ElementTree.SubElement(self.root, tag, named)
        if title:
            ElementTree.SubElement(element, "title").text = safe(str(title))
        return element

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float = BODY,
        weight: str = "",
        anchor: str = "",
        fill: str = "",
        room: float = 0,
    ) -> None:
        """Write one line of text with its foot at `y`; in smaller letters where it is wider than `room`."""
        if room:  # a length asked for (`textLength`) is not heeded by every viewer
            size = round(min(size, size * room / wide(text, size, bold=bool(weight))), 1)
        looks: dict[str, object] = {"x": x, "y": y, "font_size": size}
        looks |= {"font_weight": weight} if weight else {}
        looks |= {"text_anchor": anchor} if anchor else {}
        looks |= {"fill": fill} if fill else {}
        self.add("text", **looks).text = safe(text)

    def lines(
        self, text: str, *, x: float = EDGE, size: float = BODY, weight: str = "", fill: str = ""
    ) -> None:
        """Write a text from the first free unit on, wrapped at the right edge."""
        for line in wrapped(text, WIDTH - EDGE - x, size, bold=bool(weight)):
            self.y += size * 1.25
            self.text(x, self.y - size * 0.25, line, size=size, weight=weight, fill=fill)

    def finish(self) -> str:
        """Write the foot below what is drawn; return the picture as a document of XML."""
        self.y += 14
        self.add("path", d=f"M{EDGE} {_number(self.y)}H{WIDTH - EDGE}", stroke=LINE, stroke_width=1)
        self.y += 6
        for foot in self.caption.feet:
            self.lines(foot, size=SMALL, fill=QUIET)
        height = _number(round(self.y + 18))
        self.paper.set("height", height)
        self.root.set("viewBox", f"0 0 {WIDTH} {height}")
        ElementTree.indent(self.root)
        return ElementTree.tostring(self.root, encoding="unicode") + "\n"


def safe(text: str) -> str:
    """Return a text that a document of XML may hold, whatever the data says."""
    return clean(text).replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")


def points(pairs: Iterable[tuple[float, float]]) -> str:
    """Return a path through points."""
    return "M" + "L".join(f"{_number(x)} {_number(y)}" for x, y in pairs)


def _number(value: object) -> str:
    """Return a number as short as it reads, to a hundredth of a unit; anything else as text."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def wide(text: str, size: float, *, bold: bool = False) -> float:
    """Return about how wide a text is at most, in Helvetica or in DejaVu Sans, which is wider.

    No font is at hand to ask, and where there is no Helvetica or its like, a viewer takes that.
    """
    units = sum(map(_letter, text))
    return units * size * (1.1 if bold else 1)


def _letter(letter: str) -> float:
    if letter in _NARROW:
        return 0.33
    if letter in _THIN:
        return 0.47
    if letter in _WIDE:
        return 0.92
    if letter > "\u2e7f":
        return 1.0
    return 0.72 if letter.isupper() else 0.62


def wrapped(text: str, room: float, size: float, *, bold: bool = False) -> Sequence[str]:
    """Return a text in lines that are at most so wide; a longer word stands alone."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and wide(longer, size, bold=bold) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
