"""Plain text: `Label: value` lines for one record, one tab-separated line a record for a list."""

from __future__ import annotations

from treatycli.answers import Answer
from treatycli.show import blocks
from treatycli.show.blocks import View, source_line
from treatycli.values import Record, is_list

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from treatycli.options import Style
    from treatycli.topics import Topic


def render(answer: Answer, topic: Topic, style: Style) -> str:
    """Return an answer as plain text, without colour, boxes or wrapping."""
    columns = topic.shape.COLUMNS
    if answer.many and not answer.whole:
        lines = [
            item.as_line() or "\t".join([cell(getattr(item, n)) for n in columns]) for item in answer.items
        ]
        if style.headers and answer.items:
            lines.insert(0, "\t".join(columns))
        return "".join(line + "\n" for line in lines)
    return "".join(line + "\n" for line in _lines(topic.page(answer, View())))


def cell(value: object) -> str:
    """Return a value as one cell: lists joined by `;`, records as their ids or their fields joined by `:`."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Record):
        key = getattr(value, "id", None)
        return str(key) if key else ":".join([cell(part) for _, part in value.pairs()])
    if is_list(value):
        return ";".join([cell(part) for part in value])
    return str(value)


def references(refs: Iterable[int]) -> str:
    """Return footnote numbers as ` [1][4]`, or nothing."""
    numbers = "".join(f"[{number}]" for number in refs)
    return f" {numbers}" if numbers else ""


def _lines(page: Iterable[blocks.Block]) -> Iterator[str]:
    for block in page:
        if isinstance(block, blocks.Title):
            yield f"{block.label}: {block.text}"
        elif isinstance(block, blocks.Headline):
            yield f"{block.label}: {block.bare}"
            yield f"Summary: {block.text}"
        elif isinstance(block, blocks.Field):
            yield f"{block.name or block.label}: {block.bare or block.text}"
        elif isinstance(block, blocks.Section):
            for entry in block.entries:
                parts = (entry.bare or entry.key, entry.tag, entry.text, entry.tail)
                yield f"{block.label}: {', '.join(p for p in parts if p)}{references(entry.refs)}"
        elif isinstance(block, blocks.Grid):
            for cells in block.rows:
                pairs = zip(block.headers, cells, strict=True)
                yield "; ".join(f"{header}: {value}" for header, value in pairs if header)
        elif isinstance(block, blocks.References):
            for number, source in enumerate(block.sources, 1):
                yield f"Source {number}: {source_line(source)}"
        elif isinstance(block, blocks.Drawing):
            if not block.label:
                for spans in block.lines:
                    yield "".join(span.text for span in spans).rstrip()
        elif isinstance(block, blocks.Foot):
            yield from (f"{label}: {value}" for label, value in block.values)
