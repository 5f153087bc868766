"""One file a topic: the shape of its records, its lookup, and its page of blocks."""

from __future__ import annotations

from treatycli.answers import Answer, Item
from treatycli.records import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from treatycli.show.blocks import Block, View


class Topic(Record):
    """What a command does: `look_up` answers, `page` lays the answer out, `shape` is its record's class."""

    shape: type[Item]
    look_up: Callable[..., Answer]
    page: Callable[[Answer, View], list[Block]]
