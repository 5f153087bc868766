"""Blocks -> Rich renderables on one console: wrapped to its width, coloured where wanted, never cut.

The only module that imports rich. Not its tables, which cost 0.4 ms a row (docs/performance.md): rows of
cells are laid out here. Data enters as `Text`, never as markup, and is cleaned of control characters once.
"""

from __future__ import annotations

import io

from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.segment import Segment, Segments
from rich.style import Style as Look
from rich.text import Text

from treatycli.folding import clean
from treatycli.show import blocks
from treatycli.show.blocks import source_line
from treatycli.show.text import references
from treatycli.show.tones import TONES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from rich.console import RenderableType

    from treatycli.options import Style
    from treatycli.records import Source
    from treatycli.show.screen import Screen

NARROW = 50
"""Below so many columns, labels stand above their values and table rows become labelled lines."""
GAP = 2
"""The spaces between columns."""
PROSE = 88
"""No paragraph is wider: longer lines are hard to read."""


def render(page: Iterable[blocks.Block], view: blocks.View, style: Style, screen: Screen) -> str:
    """Return the blocks of a page as the terminal shows them, in the width and colours of the screen."""
    color = screen.color(style)
    links = screen.is_terminal and color and takes_links(screen.environ)
    out = io.StringIO()
    console = Console(
        file=out,
        width=view.width,
        color_system="standard" if color else None,
        force_terminal=color,
        legacy_windows=False,
        no_color=not color,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=False,
        _environ={},
    )
    writer = _Writer(console, view, links=links, headers=style.headers is not False)
    for renderable in writer.page(page):
        console.print(renderable)
    return "".join(line.rstrip(" ") + "\n" for line in out.getvalue().splitlines())


def progress(size: int, screen: Screen) -> Callable[[int], None]:
    """Show a bar on stderr that is gone at the end; return what to tell the bytes read."""
    from rich.progress import Progress

    bar = Progress(console=Console(file=screen.stderr), transient=True)
    task = bar.add_task("Reading", total=size)
    bar.start()

    def tick(count: int) -> None:
        bar.advance(task, count)
        if not count:
            bar.stop()

    return tick


def takes_links(environ: Mapping[str, str]) -> bool:
    """Tell whether the terminal is one of those known to show hyperlinks (OSC 8)."""
    if environ.get("TERM_PROGRAM") in ("iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper"):
        return True
    if environ.get("TERM") in ("xterm-kitty", "foot", "alacritty", "xterm-ghostty"):
        return True
    vte = environ.get("VTE_VERSION", "")
    return "WT_SESSION" in environ or (vte.isascii() and vte.isdigit() and int(vte[:6]) >= 5000)


def _text(text: str, tone: str = "") -> Text:
    return Text(clean(text), style=TONES.get(tone, ""), overflow="fold")


class _Writer:
    """Makes renderables of blocks, one method a kind of block; fields in a row share one grid."""

    def __init__(self, console: Console, view: blocks.View, *, links: bool, headers: bool) -> None:
        self.console, self.view, self.links, self.headers = console, view, links, headers
        self.narrow = view.width < NARROW

    def page(self, page: Iterable[blocks.Block]) -> Iterable[RenderableType]:
        """Yield the renderables of a page, in order."""
        fields: list[blocks.Field] = []
        for block in page:
            if isinstance(block, blocks.Field) and not block.prose:
                if block.text:
                    fields.append(block)
                continue
            yield from self._fields(fields)
            fields = []
            yield from self._block(block)
        yield from self._fields(fields)

    def _block(self, block: blocks.Block) -> Iterable[RenderableType]:
        if isinstance(block, blocks.Title):
            return [self._inline((block.text, "strong"), (block.tag, "quiet"), "  ")]
        if isinstance(block, blocks.Headline):
            return [self._inline((block.text, block.tone), (references(block.refs).strip(), "quiet"))]
        if isinstance(block, blocks.Field):
            return self._prose(block)
        if isinstance(block, blocks.Section):
            return self._section(block)
        if isinstance(block, blocks.Grid):
            return self._table(block)
        if isinstance(block, blocks.Drawing):
            return self._drawing(block)
        if isinstance(block, blocks.References):
            return self._references(block)
        if isinstance(block, blocks.Gap):
            return [Text("")]
        return [self._wrapped(_text(block.text, "quiet"))]

    def _inline(self, first: tuple[str, str], second: tuple[str, str], gap: str = " ") -> RenderableType:
        text = _text(*first)
        if second[0]:
            whole = Text(overflow="fold")
            whole.append_text(text)
            whole.append(gap)
            whole.append_text(_text(*second))
            text = whole
        return self._wrapped(text)

    def _wrapped(self, renderable: RenderableType, indent: int = 0) -> RenderableType:
        spare = max(0, self.view.width - PROSE)
        return Padding(renderable, (0, spare, 0, indent), expand=False)

    def _prose(self, block: blocks.Field) -> Iterable[RenderableType]:
        yield Text("")
        if block.label:
            yield _text(block.label, block.tone or "strong")
        text = _text(block.text)
        text.append(references(block.refs), TONES["quiet"])
        yield self._wrapped(text, 2)

    def _fields(self, fields: Sequence[blocks.Field]) -> Iterable[RenderableType]:
        """Yield labelled values, labels beside them and footnotes at the right; below where narrow."""
        if not fields:
            return
        if self.narrow:
            for field in fields:
                line = _text(f"{field.label}: ", "quiet")
                line.append_text(_text(field.text, field.tone))
                line.append(references(field.refs), TONES["quiet"])
                yield line
            return
        labels = max(cell_len(field.label) for field in fields)
        refs = max(len(references(field.refs).strip()) for field in fields)
        rows = []
        for field in fields:
            cells = [_text(field.label, "quiet"), _text(field.text, field.tone)]
            if refs:
                cells.append(_text(references(field.refs).strip(), "quiet"))
            rows.append(cells)
        yield self._columns(rows, [labels, None, *([refs] if refs else [])], min(self.view.width, PROSE))

    def _section(self, block: blocks.Section) -> Iterable[RenderableType]:
        if not block.entries:
            return
        yield Text("")
        if block.heading:
            yield self._wrapped(_text(block.heading, "strong"))
        keys = max(cell_len(entry.key) for entry in block.entries)
        marks = max(cell_len(entry.mark) for entry in block.entries)
        if keys + marks + 24 > self.view.width:
            for entry in block.entries:
                lead = _text(f"{entry.key} {entry.mark} ".lstrip().replace("  ", " "), "quiet")
                lead.append_text(self._entry(entry))
                yield lead
            return
        rows = []
        for entry in block.entries:
            cells = [_text(entry.key, "today" if entry.tone == "today" else "quiet")] if keys else []
            if marks:
                cells.append(_text(entry.mark, entry.tone))
            rows.append([*cells, self._entry(entry)])
        columns = [*([keys] if keys else []), *([marks] if marks else []), None]
        yield self._columns(rows, columns, min(self.view.width - 2, PROSE), indent=2)

    def _columns(
        self, rows: Sequence[Sequence[Text]], columns: Sequence[int | None], width: int, indent: int = 0
    ) -> RenderableType:
        """Return rows of cells side by side: a column of None takes what the others leave, and wraps."""
        rest = width - sum(wide or 0 for wide in columns) - GAP * (len(columns) - 1)
        widths = [rest if wide is None else wide for wide in columns]
        return Segments([part for row in rows for part in self._row(row, widths, indent)])

    def _row(
        self, row: Sequence[Text], widths: Sequence[int], indent: int = 0, *, low: bool = False
    ) -> Iterable[Segment]:
        """Yield the lines of a row, each cell filled to the width of its column, its text on top or `low`."""
        cells = [self._wrapped_to(cell, width) for cell, width in zip(row, widths, strict=True)]
        most = max(map(len, cells))
        cells = [[Text()] * (most - len(lines)) * low + lines for lines in cells]
        for number in range(most):
            yield Segment(" " * indent)
            for place, (lines, width) in enumerate(zip(cells, widths, strict=True)):
                line = lines[number] if number < len(lines) else Text()
                if line.spans:
                    # Joined, since a text renders its own style only as that of a part.
                    yield from Text().join([line]).render(self.console)
                else:
                    yield Segment(line.plain, Look.parse(str(line.style)))
                gap = GAP if place + 1 < len(widths) else 0
                yield Segment(" " * (width - line.cell_len + gap))
            yield Segment.line()

    def _wrapped_to(self, cell: Text, width: int) -> list[Text]:
        """Return a cell's lines in a column of a width."""
        return [cell] if cell.cell_len <= width else list(cell.wrap(self.console, width, overflow="fold"))

    def _entry(self, entry: blocks.Entry) -> Text:
        text = _text(entry.text, "today" if entry.tone == "today" else "")
        for word in entry.strong:
            text.highlight_words([clean(word)], TONES["strong"])
        tail = ", ".join(clean(part) for part in (entry.tag, entry.tail) if part)
        if tail:
            text.append(f" ({tail})" if entry.text else tail, TONES["quiet"])
        text.append(references(entry.refs), TONES["quiet"])
        return text

    def _table(self, block: blocks.Grid) -> Iterable[RenderableType]:
        rows = [[clean(cell) for cell in row] for row in block.rows]
        tones = block.tones or ("",) * len(rows)
        if _least(block.headers, rows) > self.view.width:
            yield from self._labelled(block, rows, tones)
        else:
            widths = _widths(block.headers, rows, self.view.width)
            if self.headers:
                yield Segments(self._row([_text(h, "strong") for h in block.headers], widths, low=True))
            said = [[_text(cell, tone) for cell in row] for row, tone in zip(rows, tones, strict=True)]
            yield Segments([part for row in said for part in self._row(row, widths)])
        if block.foot:
            yield Text("")
            yield self._wrapped(_text(block.foot, "quiet"))

    def _labelled(
        self, block: blocks.Grid, rows: Sequence[Sequence[str]], tones: Sequence[str]
    ) -> Iterable[RenderableType]:
        """Yield each row as labelled lines: no date or name is ever cut for want of room."""
        for row, tone in zip(rows, tones, strict=True):
            yield Text("")
            for header, cell in zip(block.headers, row, strict=True):
                if cell:
                    line = _text(f"{header}: " if header else "", "quiet")
                    line.append_text(_text(cell, tone))
                    yield line

    def _drawing(self, block: blocks.Drawing) -> Iterable[RenderableType]:
        segments: list[Segment] = []
        for spans in block.lines:
            parts = [Segment(clean(span.text), Look.parse(TONES.get(span.tone, ""))) for span in spans]
            if sum(part.cell_length for part in parts) <= self.view.width:
                segments += [*parts, Segment.line()]
                continue
            line = Text(overflow="fold")
            for span in spans:
                line.append(clean(span.text), TONES.get(span.tone, ""))
            yield Segments(segments)
            yield line
            segments = []
        yield Segments(segments)

    def _references(self, block: blocks.References) -> Iterable[RenderableType]:
        if not block.sources:
            return
        if not block.whole:
            line = Text(overflow="fold", style=TONES["quiet"])
            for number, source in enumerate(block.sources, 1):
                line.append("  " if number > 1 else "")
                line.append_text(self._source(source, f"[{number}] {source_line(source, whole=False)}"))
            yield self._wrapped(line)
            return
        yield Text("")
        yield _text("Sources", "strong")
        if self.narrow:
            for number, source in enumerate(block.sources, 1):
                yield self._source(source, f"[{number}] {source_line(source)}")
            return
        rows = [
            [_text(f"[{number}]", "quiet"), self._source(source, source_line(source))]
            for number, source in enumerate(block.sources, 1)
        ]
        yield self._columns(rows, [len(str(len(block.sources))) + 2, None], self.view.width - 2, indent=2)

    def _source(self, source: Source, said: str) -> Text:
        text = _text(said)
        address = source.url or source.seen_at
        if self.links and address:
            text.stylize(f"link {clean(address)}")
        return text


def _widest_words(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> list[int]:
    """Return for each column the width of its longest word, which is never broken."""
    columns = zip(headers, *rows, strict=True)
    return [max(max((cell_len(w) for w in cell.split()), default=0) for cell in column) for column in columns]


def _widths(headers: Sequence[str], rows: Sequence[Sequence[str]], room: int) -> list[int]:
    """Return the columns' widths: while they do not fit the widest give way, down to the next in width.

    None is narrower than its longest word. A column counts with the gap behind it.
    """
    gaps = [GAP] * (len(headers) - 1) + [0]
    least = [word + gap for word, gap in zip(_widest_words(headers, rows), gaps, strict=True)]
    columns = zip(headers, *rows, strict=True)
    widths = [max(map(cell_len, column)) + gap for column, gap in zip(columns, gaps, strict=True)]
    over = sum(widths) - room
    while over > 0:
        top = max(width for width, word in zip(widths, least, strict=True) if width > word)
        widest = [place for place, width in enumerate(widths) if width == top > least[place]]
        step = top - max([0, *(width for width in widths if width < top)])
        for count, place in enumerate(widest):
            less = min(step, top - least[place], round(over / (len(widest) - count)))
            widths[place], over = top - less, over - less
    return [width - gap for width, gap in zip(widths, gaps, strict=True)]


def _least(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> int:
    """Return the least width in which a table breaks no word."""
    return sum(_widest_words(headers, rows)) + GAP * (len(headers) - 1)
