"""What a person reads, before it looks like anything: a page is a list of blocks.

`pages.py` makes blocks of an answer; `text.py` and `terminal.py` write them. A `tone` names a
meaning (a status, `quiet`, `strong`), never a colour, and the meaning is always a word as well.
"""

from __future__ import annotations

from treatycli.records import Record, Source


class Title(Record):
    """What the page is about, and a word on what it is."""

    label: str
    text: str
    tag: str = ""
    tone: str = ""


class Field(Record):
    """One labelled value. `prose` is read as a paragraph where there is room."""

    label: str
    text: str
    tone: str = ""
    prose: bool = False
    refs: tuple[int, ...] = ()


class Entry(Record):
    """One line of a section: a key (a date, an article), a mark and a word, the text, a tail.

    `strong` are the words of the text that are marked.
    """

    key: str
    text: str
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
    """Lines drawn for a width: a map, bars. Never wrapped."""

    lines: tuple[tuple[Span, ...], ...]


class References(Record):
    """The sources that the numbers behind statements lead to, from 1."""

    sources: tuple[Source, ...]


class Foot(Record):
    """The last line: as of when, and from which data."""

    text: str


Block = Title | Field | Section | Grid | Drawing | References | Foot
