"""Blocks -> Markdown: the page of one thing, with footnotes, ready for a wiki or pandoc."""

from __future__ import annotations

from treatycli.show import blocks
from treatycli.show.blocks import source_line
from treatycli.show.machine import escaped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def render(page: Iterable[blocks.Block]) -> str:
    """Return a page as Markdown; the numbers of its sources are footnotes."""
    lines: list[str] = []
    for block in page:
        lines += _lines(block)
    text = "\n".join(lines)
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    return text.strip("\n") + "\n"


def _lines(block: blocks.Block) -> Iterator[str]:
    if isinstance(block, blocks.Title):
        yield f"# {escaped(block.text)}"
        yield from ("", f"*{escaped(block.tag)}*") if block.tag else ()
        yield ""
    elif isinstance(block, blocks.Headline):
        yield f"**{escaped(block.text)}**{_notes(block.refs)}"
        yield ""
    elif isinstance(block, blocks.Field):
        yield from _field(block)
    elif isinstance(block, blocks.Section):
        yield from _section(block)
    elif isinstance(block, blocks.Grid):
        yield ""
        yield "| " + " | ".join(map(escaped, block.headers)) + " |"
        yield "|" + " --- |" * len(block.headers)
        for row in block.rows:
            yield "| " + " | ".join(map(escaped, row)) + " |"
        yield from ("", escaped(block.foot), "") if block.foot else ()
    elif isinstance(block, blocks.References):
        yield ""
        for number, source in enumerate(block.sources, 1):
            yield f"[^{number}]: {escaped(source_line(source))}"
    elif isinstance(block, blocks.Foot):
        yield from ("", escaped(block.text))


def _field(block: blocks.Field) -> Iterator[str]:
    if not block.text:
        return
    if block.prose:
        if block.label:
            yield ""
            yield f"## {escaped(block.label)}"
        yield ""
        yield escaped(block.text) + _notes(block.refs)
        yield ""
    else:
        yield f"- **{escaped(block.label)}**: {escaped(block.text)}{_notes(block.refs)}"


def _section(block: blocks.Section) -> Iterator[str]:
    if not block.entries:
        return
    yield ""
    yield f"## {escaped(block.heading)}"
    yield ""
    for entry in block.entries:
        tail = ", ".join(part for part in (entry.tag, entry.tail) if part)
        said = " ".join(
            part for part in (entry.bare or entry.key, entry.text, f"({tail})" if tail else "") if part
        )
        yield f"- {escaped(said)}{_notes(entry.refs)}"


def _notes(refs: Iterable[int]) -> str:
    return "".join(f"[^{number}]" for number in refs)
