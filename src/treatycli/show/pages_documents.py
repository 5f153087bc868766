"""Pages of articles and sources."""

from __future__ import annotations

from treatycli.answers import Answer
from treatycli.items import ArticleItem, SourceItem
from treatycli.show.blocks import Block, Entry, Field, Foot, Grid, References, Section, Title
from treatycli.show.pages import Room

LISTED = 60
"""How many records that rest on a source are listed in a page; `--json` has them all."""


def article(answer: Answer, room: Room) -> list[Block]:
    """An article with its gist, its deadline, its terms; or all of them in a table."""
    rows = [item for item in answer.items if isinstance(item, ArticleItem)]
    if answer.many:
        return [Grid(("Article", "Title", "Gist"), tuple((a.number, a.title, a.gist) for a in rows))]
    page: list[Block] = []
    for item in rows:
        name = f"Article {item.number}" if item.number.isdigit() else item.number
        page += [Title("Article", item.title if name == item.title else f"{name}: {item.title}")]
        page += [Field("Gist", item.gist, prose=True)]
        if item.deadline_rule:
            page.append(Field("Time limit", item.deadline_rule))
        page += [Field("Deadline", f"{d.date}, {d.duty}. {d.note or ''}".strip()) for d in item.deadlines]
        if item.terms:
            page.append(Field("Terms", "; ".join(term.term for term in item.terms)))
        page += [References(item.sources), Foot(f"{item.as_of}, data {item.data_version}")]
    return page


def source(answer: Answer, room: Room) -> list[Block]:
    """A source and what rests on it; or many in a table."""
    rows = [item for item in answer.items if isinstance(item, SourceItem)]
    if answer.many:
        return [
            Grid(
                ("Source", "Title", "Publisher", "Date", "Cited"),
                tuple((s.id, s.title, s.publisher, s.date or "undated", str(len(s.cited_by))) for s in rows),
                foot=f"{len(rows)} sources",
            )
        ]
    page: list[Block] = []
    for item in rows:
        page.append(Title("Source", item.title, item.id))
        pairs = (
            ("Publisher", item.publisher),
            ("Date", item.date),
            ("Address", item.url),
            ("Note", item.note),
        )
        page += [Field(label, text) for label, text in pairs if text]
        tables: dict[str, list[Entry]] = {}
        for citation in item.cited_by:
            tables.setdefault(citation.table, []).append(Entry(citation.table, citation.id))
        for table, entries in tables.items():
            more = len(entries) - LISTED
            shown = entries[:LISTED] + ([Entry(table, f"and {more} more")] if more > 0 else [])
            page.append(Section("Rests on it", f"{len(entries)} {table} rest on it", tuple(shown)))
    page.append(Foot(f"{answer.as_of}, data {answer.data_version}"))
    return page
