"""The page of a search: hits by rank, matching words in context, and the command that opens each."""

from __future__ import annotations

from treatycli.answers import Answer
from treatycli.items import SearchItem
from treatycli.show.blocks import Block, Entry, Foot, Section
from treatycli.show.pages import Room

KINDS = {
    "terms": "term",
    "states": "state",
    "articles": "article",
    "events": "event",
    "facts": "fact",
    "claims": "claim",
}


def search(answer: Answer, room: Room) -> list[Block]:
    """Hits, best first."""
    hits = [item for item in answer.items if isinstance(item, SearchItem)]
    entries = tuple(
        Entry(KINDS[hit.table], f"{hit.title}: {hit.snippet}", strong=(hit.title, *hit.matches))
        for hit in hits
    )
    return [Section("Hit", f"{len(hits)} hits", entries), Foot(f"{answer.as_of}, data {answer.data_version}")]
