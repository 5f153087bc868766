"""Pages about the data package itself."""

from __future__ import annotations

from treatycli.answers import Answer, Problem
from treatycli.items import DataInfo, Exported
from treatycli.show.blocks import Block, Entry, Field, Foot, Section, Title
from treatycli.show.pages import Room


def info(answer: Answer, room: Room) -> list[Block]:
    """What the package holds and what it does not know."""
    page: list[Block] = []
    for item in answer.items:
        if isinstance(item, DataInfo):
            page += [
                Title("Package", item.title, item.name),
                Field("Version", item.version),
                Field("Latest document", item.as_of),
                Field("Depositary's list", item.depositary_as_of or "not stated"),
                Section("Table", "Tables", tuple(Entry(t.table, f"{t.rows} rows") for t in item.tables)),
                Section("Not known", "Not known", tuple(Entry("", gap) for gap in item.not_known)),
            ]
    return page


def check(answer: Answer, room: Room) -> list[Block]:
    """Every problem as `file:line: CODE: message`."""
    found = [item for item in answer.items if isinstance(item, Problem)]
    if not found:
        return [Foot("now the tables meet every check")]
    return [Field(f"{p.file}:{p.line}", f"{p.code}: {p.message}") for p in found]


def export(answer: Answer, room: Room) -> list[Block]:
    """Where the package was written."""
    return [
        Field("Written", f"{item.directory}, {len(item.files)} files, data {item.data_version}")
        for item in answer.items
        if isinstance(item, Exported)
    ]
