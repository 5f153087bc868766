"""Plain text: `Label: value` lines for one record, one tab-separated line a record for a list."""

from __future__ import annotations

from treatycli.answers import Answer
from treatycli.records import Record, Source
from treatycli.show import blocks, pages

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def render(answer: Answer, *, headers: bool = True) -> str:
    """Return an answer as plain text, without colour, boxes or wrapping."""
    if answer.many:
        shown = [getattr(item, "as_line", lambda: None)() or "\t".join(row(item)) for item in answer.items]
        return "".join(line + "\n" for line in shown)
    lines = _lines(pages.page(answer, pages.Room()))
    return "".join(line + "\n" for line in lines)


def row(item: Record) -> list[str]:
    """Return the cells of an item's line: its class's columns."""
    return [cell(getattr(item, name)) for name in getattr(item, "COLUMNS", item.FIELDS)]


def cell(value: object) -> str:
    """Return a value as one cell: lists joined by `;`, records by their ids, absence empty."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ";".join(cell(part) for part in value)
    if isinstance(value, Record):
        return str(getattr(value, "id", None) or next(iter(value.pairs()))[1])
    return str(value)


def source_line(source: Source) -> str:
    """Return a source as one line: title, publisher, date, address."""
    parts = (source.title, source.publisher, source.date or "undated", source.url or "")
    return ", ".join(part for part in parts if part)


def references(refs: Iterable[int]) -> str:
    """Return footnote numbers as ` [1][4]`, or nothing."""
    found = "".join(f"[{number}]" for number in refs)
    return f" {found}" if found else ""


def _lines(page: Iterable[blocks.Block]) -> Iterator[str]:
    for block in page:
        if isinstance(block, blocks.Title):
            yield f"{block.label}: {block.text}"
        elif isinstance(block, blocks.Field):
            yield f"{block.label}: {block.text}{references(block.refs)}"
        elif isinstance(block, blocks.Section):
            for entry in block.entries:
                parts = (entry.key, entry.tag, entry.text, entry.tail)
                yield f"{block.label}: {', '.join(p for p in parts if p)}{references(entry.refs)}"
        elif isinstance(block, blocks.Grid):
            for cells in block.rows:
                pairs = zip(block.headers, cells, strict=True)
                yield "; ".join(f"{header}: {value}" for header, value in pairs)
            if block.foot:
                yield block.foot
        elif isinstance(block, blocks.References):
            for number, source in enumerate(block.sources, 1):
                yield f"Source {number}: {source_line(source)}"
        elif isinstance(block, blocks.Drawing):
            for spans in block.lines:
                yield "".join(span.text for span in spans).rstrip()
        else:
            yield f"As of: {block.text}"
