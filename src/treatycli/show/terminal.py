"""Blocks -> a terminal, by Rich: wrapped to its width, coloured where wanted, never cut.

The only module that imports rich. Colours are the terminal's own sixteen; every meaning is also a
word. Text is cleaned of control characters here, and is never read as markup.
"""

from __future__ import annotations

import io

from rich.console import Console
from rich.text import Text

from treatycli.answers import Answer
from treatycli.records import Source
from treatycli.show import Screen, Style, blocks, pages
from treatycli.show.clean import clean
from treatycli.show.text import references

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

NARROW = 50
TONES = {
    "strong": "bold",
    "quiet": "dim",
    "today": "bold reverse",
    "contested": "bold magenta",
    "party": "bold cyan",
    "party, not yet in force": "cyan",
    "party, entry into force not established": "cyan",
    "party, withdrawal pending": "bold yellow",
    "former party": "bold red",
    "signatory": "green",
    "not party": "dim",
    "withdrawal_notified": "bold red",
    "withdrawal_effective": "bold red",
    "withdrawal_vote": "yellow",
    "withdrawal_announced": "yellow",
    "suspension": "magenta",
    "signature": "green",
    "ratification": "cyan",
    "accession": "cyan",
    "entry_into_force": "bold cyan",
    "tile party": "black on cyan",
    "tile party, not yet in force": "black on bright_cyan",
    "tile party, entry into force not established": "black on magenta",
    "tile party, withdrawal pending": "black on yellow",
    "tile former party": "bright_white on red",
    "tile signatory": "black on green",
    "tile not party": "dim",
    "wrong": "bold red",
    "imprecise": "yellow",
    "confirmed": "cyan",
}


def render(answer: Answer, style: Style, screen: Screen) -> str:
    """Return an answer as a terminal shows it, in the width and colours of the screen."""
    room = pages.Room(screen.width, _writes("◆▼█░●", screen.encoding), drawn=True)
    out = io.StringIO()
    console = Console(
        file=out,
        width=room.width,
        force_terminal=screen.color(style),
        color_system="standard" if screen.color(style) else None,
        no_color=not screen.color(style),
        legacy_windows=False,
        markup=False,
        highlight=False,
        emoji=False,
        _environ={},
    )
    links = screen.is_terminal and screen.color(style) and takes_links(screen.environ)
    Writer(console, room, links=links, headers=style.headers).page(pages.page(answer, room))
    return out.getvalue()


def progress(size: int) -> Callable[[int], None]:
    """Show a bar on stderr that is gone at the end; return what to tell the bytes read."""
    from rich.progress import Progress

    bar = Progress(console=Console(stderr=True), transient=True)
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


def _writes(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except (UnicodeError, LookupError):
        return False
    return True


def _text(text: str, tone: str = "") -> Text:
    # As a span and not as the base style, which a text hands on to what is joined to it.
    return Text().append(clean(text), TONES.get(tone) if tone else None)


class Writer:
    """Writes blocks to a console, one method a kind of block."""

    def __init__(self, console: Console, room: pages.Room, *, links: bool, headers: bool) -> None:
        self.console, self.width, self.links, self.headers = console, room.width, links, headers

    def page(self, page: Iterable[blocks.Block]) -> None:
        """Write every block of a page."""
        for block in page:
            getattr(self, "_" + type(block).__name__.lower())(block)

    def _print(self, text: Text) -> None:
        self.console.print(text, overflow="fold", soft_wrap=False)

    def _hanging(self, lead: Text, body: Text, indent: int) -> None:
        """Write a lead and a body that wraps beside it; below it where there is no room beside."""
        if indent + 20 > self.width:
            self._print(lead)
            lead, indent = Text("  "), 2
        else:
            lead.pad_right(indent - lead.cell_len)
        for line in body.wrap(self.console, self.width - indent, overflow="fold"):
            line.rstrip()
            self._print(lead + line)
            lead = Text(" " * indent)

    def _title(self, block: blocks.Title) -> None:
        title = _text(block.text, "strong")
        if block.tag:
            title.append_text(_text("  " + block.tag, "quiet"))
        self.console.print()
        self._print(title)

    def _field(self, block: blocks.Field) -> None:
        body = _text(block.text, block.tone).append_text(_text(references(block.refs), "quiet"))
        if block.prose:
            self.console.print()
            self._print(_text(block.label, block.tone or "strong"))
            self._hanging(
                Text("  "), _text(block.text).append_text(_text(references(block.refs), "quiet")), 2
            )
        else:
            self._hanging(_text(f"{block.label}:", "strong"), body, 22 if self.width >= NARROW else 99)

    def _section(self, block: blocks.Section) -> None:
        if not block.entries:
            return
        self.console.print()
        self._print(_text(block.heading, "strong"))
        keys = max(len(entry.key) for entry in block.entries)
        marks = 2 if any(entry.mark for entry in block.entries) else 0
        for entry in block.entries:
            lead = Text("  ").append_text(_text(entry.key, "quiet" if entry.tone != "today" else ""))
            lead.pad_right(keys + 4 - lead.cell_len)
            if entry.mark:
                lead.append_text(_text(entry.mark, entry.tone)).append(" ")
            body = _text(entry.text, "today" if entry.tone == "today" else "")
            if entry.strong:
                body.highlight_words([clean(word) for word in entry.strong], "bold")
            told = ", ".join(part for part in (entry.tag, entry.tail) if part)
            if told:
                body.append_text(_text(f" ({told})" if entry.text else told, "quiet"))
            body.append_text(_text(references(entry.refs), "quiet"))
            self._hanging(lead, body, keys + 4 + marks)

    def _grid(self, block: blocks.Grid) -> None:
        from rich import box
        from rich.table import Table

        cells = [[clean(cell) for cell in row] for row in block.rows]
        columns = list(zip(block.headers, *cells, strict=True))
        least = [max(_longest_word(cell) for cell in column) for column in columns]
        if sum(least) + 2 * (len(least) - 1) > self.width:
            for row, tone in zip(cells, block.tones or [""] * len(cells), strict=True):
                self.console.print()
                for header, cell in zip(block.headers, row, strict=True):
                    self._hanging(_text(f"{header}:", "strong"), _text(cell, tone), 99)
        else:
            table = Table(
                box=box.SIMPLE_HEAD if self.console.encoding.startswith("utf") else box.ASCII2,
                show_header=self.headers,
                show_edge=False,
                pad_edge=False,
                padding=(0, 2, 0, 0),
                header_style="bold",
            )
            for header, width in zip(block.headers, least, strict=True):
                table.add_column(header, min_width=width, overflow="fold")
            for row, tone in zip(cells, block.tones or [""] * len(cells), strict=True):
                table.add_row(*[Text(cell, TONES.get(tone, "")) for cell in row])
            self.console.print(table)
        if block.foot:
            self.console.print()
            self._print(_text(block.foot, "quiet"))

    def _drawing(self, block: blocks.Drawing) -> None:
        for spans in block.lines:
            line = Text(no_wrap=True, overflow="ignore", end="")
            for span in spans:
                line.append_text(_text(span.text, span.tone))
            line.rstrip()
            self.console.print(line, crop=False)

    def _references(self, block: blocks.References) -> None:
        if not block.sources:
            return
        self.console.print()
        self._print(_text("Sources", "strong"))
        indent = len(str(len(block.sources))) + 5
        for number, source in enumerate(block.sources, 1):
            self._hanging(_text(f"  [{number}]", "quiet"), self._source(source), indent)

    def _source(self, source: Source) -> Text:
        title = _text(source.title)
        if self.links and source.url:
            title.stylize("link " + clean(source.url))
        rest = ", ".join(part for part in (source.publisher, source.date or "undated") if part)
        title.append_text(_text(f", {rest}", "quiet"))
        if source.url and not self.links:
            title.append_text(_text(f" {source.url}", "quiet"))
        return title

    def _foot(self, block: blocks.Foot) -> None:
        self.console.print()
        self._print(_text(f"As of {block.text}", "quiet"))


def _longest_word(text: str) -> int:
    return max((len(word) for word in text.split()), default=0)
