"""One file a topic: the shape of its records, its lookup, and its page of blocks."""

from __future__ import annotations

from treatycli.answers import Answer, Item, Problem
from treatycli.values import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from treatycli.show.blocks import Block, View


def no_page(answer: Answer, view: View) -> list[Block]:
    """Return no blocks: an answer that is a text of its own has no page."""
    return []


class Topic(Record):
    """What a command does: `look_up` answers, `page` lays the answer out, `shape` is its record's class.

    `listing` is the class of a row of its CSV and `split` makes those rows of a record, where they are
    not the records themselves. `picture` draws an answer as SVG and `calendar` writes it as iCalendar,
    where the command has that: the text, or the problem why there is none. `also` are the other classes
    of records that it may answer with.
    """

    shape: type[Item]
    look_up: Callable[..., Answer]
    page: Callable[[Answer, View], list[Block]]
    listing: type[Record] | None = None
    split: Callable[[Any], Sequence[Record]] | None = None
    picture: Callable[[Answer], str | Problem] | None = None
    calendar: Callable[[Answer], str | Problem] | None = None
    also: tuple[type[Item], ...] = ()

    def of(self, answer: Answer) -> Topic:
        """Return the topic with the class of the records that an answer holds as its shape."""
        kind = type(answer.items[0]) if answer.items else self.shape
        return self.replace(shape=kind) if kind in self.also else self

    def drawing(self, kind: str) -> Callable[[Answer], str | Problem] | None:
        """Return what writes an answer as `svg` or `ics`; None where the command has no such format."""
        return {"svg": self.picture, "ics": self.calendar}[kind]

    @property
    def table(self) -> type[Record]:
        """The class of a row of the CSV."""
        return self.listing or self.shape

    def rows(self, item: Item) -> Sequence[Record]:
        """Return the rows of the CSV that a record gives."""
        return self.split(item) if self.split else (item,)
