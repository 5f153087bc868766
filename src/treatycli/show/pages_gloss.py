"""The page of a text's glossary."""

from __future__ import annotations

from treatycli.answers import Answer
from treatycli.items import GlossItem
from treatycli.show.blocks import Block, Entry, Foot, Section
from treatycli.show.pages import Room


def gloss(answer: Answer, room: Room) -> list[Block]:
    """What to check first, then what else the text mentions, with how often and where first."""
    found = [item for item in answer.items if isinstance(item, GlossItem)]
    entries = tuple(
        Entry("", f"{item.title.rstrip('.')}. {item.brief}", tail=_where(item), strong=(item.title,))
        for item in found
    )
    return [
        Section("Entry", f"Glossary: {len(found)} entries", entries),
        Foot(f"{answer.as_of}, data {answer.data_version}"),
    ]


def _where(item: GlossItem) -> str:
    times = "once" if item.count == 1 else f"{item.count} times, first"
    return f"{item.kind}, {times} on line {item.first_line}"
