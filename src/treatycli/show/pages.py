"""An answer -> the page that a person reads: which blocks, in which order.

One function per command, kept in the modules beside this one; `PAGES` says where.
"""

from __future__ import annotations

from treatycli.answers import Answer
from treatycli.records import Record, Source
from treatycli.show.blocks import Block

PAGES: dict[str, tuple[str, str]] = {
    "define": ("words", "define"),
    "terms": ("words", "terms"),
    "country": ("states", "country"),
    "timeline": ("events", "timeline"),
    "gloss": ("gloss", "gloss"),
    "countries": ("standing", "countries"),
    "compare": ("standing", "compare"),
    "stats": ("standing", "stats"),
    "map": ("map", "map_"),
    "data info": ("data", "info"),
    "data check": ("data", "check"),
    "data export": ("data", "export"),
    "search": ("search", "search"),
    "facts": ("facts", "facts"),
    "claims": ("facts", "claims"),
    "article": ("documents", "article"),
    "source": ("documents", "source"),
}


class Room(Record):
    """What a page may reckon with: columns, marks beyond ASCII, and whether pictures are of use."""

    width: int = 80
    unicode: bool = True
    drawn: bool = False


class Numbers:
    """Numbers for footnotes: a source gets the next number when it is first referred to."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self.sources: list[Source] = []

    def refs(self, sources: tuple[Source, ...]) -> tuple[int, ...]:
        """Return the numbers of sources, in order."""
        for source in sources:
            if source.id not in self._numbers:
                self._numbers[source.id] = len(self.sources) + 1
                self.sources.append(source)
        return tuple(sorted(self._numbers[source.id] for source in sources))


def page(answer: Answer, room: Room) -> list[Block]:
    """Return the blocks of an answer, for a width of columns."""
    module, function = PAGES[answer.command]
    found = __import__(f"treatycli.show.pages_{module}", fromlist=[function])
    made: list[Block] = getattr(found, function)(answer, room)
    return made
