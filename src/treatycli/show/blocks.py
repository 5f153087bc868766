"""What a person reads, before it looks like anything: a page is a list of blocks.

Topics make blocks of an answer; `text.py` and `terminal.py` write them. A `tone` names a meaning (a
status, `quiet`, `strong`), never a colour, and the meaning is always a word as well. `bare` is what a
program reads in a pipe where a person reads a sentence: an ISO date, a word of a closed list.
"""

from __future__ import annotations

from treatycli import dates
from treatycli.records import Source
from treatycli.values import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


class View(Record):
    """What a page may reckon with: columns, marks beyond ASCII, and whether drawings are of use."""

    width: int = 80
    unicode: bool = True
    drawn: bool = False

    def sign(self, wanted: str, plain: str) -> str:
        """Return a sign as the view can show it: the one wanted, or the one of ASCII."""
        return wanted if self.unicode else plain


class Title(Record):
    """What the page is about, and a word on what it is."""

    label: str
    text: str
    tag: str = ""
    tone: str = ""


class Headline(Record):
    """The answer in one sentence; `bare` is its word from a closed list."""

    label: str
    text: str
    bare: str
    tone: str = ""
    refs: tuple[int, ...] = ()


class Field(Record):
    """One labelled value. `prose` is read as a paragraph where there is room.

    Where `name` is given it is the label for a program; a field without `text` is for programs only.
    """

    label: str
    text: str
    bare: str = ""
    name: str = ""
    tone: str = ""
    prose: bool = False
    refs: tuple[int, ...] = ()


class Entry(Record):
    """One line of a section: a key (a date, an article), a mark and a word, the text, a tail.

    `strong` are the words of the text that are marked; `bare` is the key as a program reads it.
    """

    key: str
    text: str
    bare: str = ""
    mark: str = ""
    tag: str = ""
    tail: str = ""
    strong: tuple[str, ...] = ()
    tone: str = ""
    refs: tuple[int, ...] = ()


class Section(Record):
    """Entries under a heading. `label` names one of them, for the reader of plain text."""

    label: str
    heading: str
    entries: tuple[Entry, ...]


class Grid(Record):
    """A table: headers, rows of cells, a tone for each row, and a line at its foot."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    tones: tuple[str, ...] = ()
    foot: str = ""


class Span(Record):
    """A piece of a drawn line and its tone."""

    text: str
    tone: str = ""


class Drawing(Record):
    """Lines drawn for a width: a map, bars, a lifeline. Never wrapped; `label` says what they show."""

    lines: tuple[tuple[Span, ...], ...]
    label: str = ""


class References(Record):
    """The sources that the numbers behind statements lead to, from 1; `whole` ones with addresses."""

    sources: tuple[Source, ...]
    whole: bool = True


class Foot(Record):
    """The quiet last line. `values` are what it says, labelled, for a program."""

    text: str
    values: tuple[tuple[str, str], ...] = ()


class Gap(Record):
    """A line left free; nothing for a program."""


Block = Gap | Title | Headline | Field | Section | Grid | Drawing | References | Foot


TITLE = 48
"""A title in a short reference has at most so many characters."""


def source_line(source: Source, *, whole: bool = True) -> str:
    """Return a source as one line: title, publisher, date, address; short without title and address."""
    date = source.date or "undated"
    if not whole:
        return f"{source.publisher}, {date}"
    address = source.url or (f"seen at {source.seen_at}" if source.seen_at else "")
    parts = (source.title, source.publisher, date, address)
    return ", ".join(part for part in parts if part)


def told_apart(sources: Sequence[Source]) -> tuple[Source, ...]:
    """Return sources for short references: of those that would read alike each is named by more.

    That is its chapter, else its title, else its id: the first of these that differs among them.
    """
    alike: dict[str, list[Source]] = {}
    for source in sources:
        alike.setdefault(source_line(source, whole=False), []).append(source)
    more: dict[str, str] = {}
    for group in alike.values():
        for name in (_chapter, _short_title, lambda source: source.id) if len(group) > 1 else ():
            said = [name(source) for source in group]
            if all(said) and len(set(said)) == len(said):
                more |= {source.id: text for source, text in zip(group, said, strict=True)}
                break
    return tuple(
        source.replace(publisher=f"{source.publisher}, {more[source.id]}") if source.id in more else source
        for source in sources
    )


def _chapter(source: Source) -> str:
    """Return the chapter that a title names: `chapter XXVI.5`; nothing where it names none."""
    behind = source.title.partition("chapter ")[2].split()
    return f"chapter {behind[0].rstrip(':,')}" if behind else ""


def _short_title(source: Source) -> str:
    """Return a title, or its first words where it is long."""
    long = len(source.title) > TITLE
    return source.title[: TITLE - 4].rsplit(" ", 1)[0] + " ..." if long else source.title


class Numbers:
    """Numbers for footnotes: a source gets the next number when it is first referred to."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self.sources: list[Source] = []

    def copy(self) -> Numbers:
        """Return the same numbers, to go on from without changing these."""
        other = Numbers()
        other._numbers, other.sources = dict(self._numbers), list(self.sources)
        return other

    def refs(self, sources: tuple[Source, ...], most: int = 0) -> tuple[int, ...]:
        """Return the numbers of sources, the strongest first; at most so many of them, or all."""
        chosen = sources[:most] if most else sources
        for source in chosen:
            if source.id not in self._numbers:
                self._numbers[source.id] = len(self.sources) + 1
                self.sources.append(source)
        return tuple(sorted(self._numbers[source.id] for source in chosen))


def height(page: Sequence[Block], width: int) -> int:
    """Return about how many lines a page takes at a width; never fewer than it does."""
    width = min(width, 88)
    beside = 24 if width >= 50 else -4  # labels stand beside their values, or in front of them
    count = 0
    for block in page:
        if isinstance(block, Field):
            count += -(-(len(block.text) + 12) // max(8, width - beside)) if block.text else 0
        elif isinstance(block, Section):
            room = max(8, width - 22)
            count += 2 + sum(-(-(len(e.text) + len(e.tail) + 8) // room) for e in block.entries)
        elif isinstance(block, Drawing):
            count += len(block.lines)
        elif isinstance(block, References):
            count += -(
                -sum(len(source_line(s, whole=False)) + 6 for s in told_apart(block.sources))
                // max(8, width - 12)
            )
        elif isinstance(block, Headline | Foot):
            count += -(-(len(block.text) + 4) // max(8, width - 4))
        else:
            count += 1
    return count


def until_when(known: str, documents: str) -> str:
    """Return the sentence that says until when a status is known: two ISO days."""
    return (
        f"Known to {dates.words(known)} (depositary), {dates.words(documents)} (documents);"
        " later acts are not in the data."
    )
