"""Blocks -> a terminal: wrapped to its width, coloured where wanted, never cut.

The only module that imports rich: its styles for colours and links, its cells for the width of
characters, its progress bar. Its console, which would cost as much again as the interpreter's start
four times over, is not needed for lines (docs/performance.md). Colours are the terminal's own
sixteen; every meaning is also a word. Text is cleaned of control characters here, once.
"""

from __future__ import annotations

import re

from rich.cells import cell_len
from rich.color import ColorSystem
from rich.style import Style as RichStyle

from treatycli.answers import Answer
from treatycli.show import Screen, Style, blocks, pages
from treatycli.show.clean import clean
from treatycli.show.text import references

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from treatycli.records import Source

    Piece = tuple[str, str]
    """A text and its tone; a tone that begins with `link ` is an address."""

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
    "tile party, entry into force not established": "black on white",
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
    color = screen.color(style)
    room = pages.Room(screen.width, _writes("◆▼█░●", screen.encoding), drawn=True)
    links = screen.is_terminal and color and takes_links(screen.environ)
    writer = Writer(room, color=color, links=links, headers=style.headers)
    return writer.page(pages.page(answer, room))


def progress(size: int) -> Callable[[int], None]:
    """Show a bar on stderr that is gone at the end; return what to tell the bytes read."""
    from rich.console import Console
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


def width_of(text: str) -> int:
    """Return how many columns a text takes."""
    return len(text) if text.isascii() else cell_len(text)


def wrapped(pieces: Iterable[Piece], width: int) -> list[list[Piece]]:
    """Break pieces of text into lines of at most `width` columns, at spaces; a longer word is folded."""
    lines: list[list[Piece]] = [[]]
    used = 0
    for text, tone in pieces:
        for word in re.findall(r"\s+|\S+", text):
            size = width_of(word)
            if used + size > width and not word.isspace():
                if used:
                    lines.append([])
                    used = 0
                while size > width:
                    head = _fitting(word, width)
                    lines[-1].append((head, tone))
                    lines.append([])
                    word = word[len(head) :]
                    size = width_of(word)
            elif word.isspace() and (not used or used + size > width):
                continue
            lines[-1].append((word, tone))
            used += size
    return [_stripped(line) for line in lines]


def _fitting(word: str, width: int) -> str:
    """Return the longest beginning of a word that fits, at least one character."""
    if word.isascii():
        return word[:width]
    end = 1
    while end < len(word) and width_of(word[: end + 1]) <= width:
        end += 1
    return word[:end]


def _stripped(line: list[Piece]) -> list[Piece]:
    while line and line[-1][0].isspace():
        line.pop()
    return line


class Writer:
    """Writes blocks as lines, one method a kind of block."""

    def __init__(self, room: pages.Room, *, color: bool, links: bool, headers: bool) -> None:
        self.room, self.width = room, room.width
        self.color, self.links, self.headers = color, links, headers
        self._lines: list[str] = []
        self._styles: dict[str, RichStyle] = {}

    def page(self, page: Iterable[blocks.Block]) -> str:
        """Return every block of a page, line by line."""
        for block in page:
            getattr(self, "_" + type(block).__name__.lower())(block)
        return "".join(line + "\n" for line in self._lines)

    def _styled(self, text: str, tone: str) -> str:
        if not (self.color and tone and text):
            return text
        style = self._styles.get(tone)
        if style is None:
            named = (
                RichStyle(link=tone[5:]) if tone.startswith("link ") else RichStyle.parse(TONES.get(tone, ""))
            )
            style = self._styles[tone] = named
        return style.render(text, color_system=ColorSystem.STANDARD)

    def _put(self, pieces: Iterable[Piece] = ()) -> None:
        """Write one line as it is; neighbours of one tone are joined."""
        line, held, held_tone = "", "", ""
        for text, tone in pieces:
            if tone != held_tone:
                line, held, held_tone = line + self._styled(held, held_tone), "", tone
            held += text
        self._lines.append((line + self._styled(held, held_tone)).rstrip(" "))

    def _flow(self, pieces: Iterable[Piece], indent: int = 0) -> None:
        for line in wrapped(pieces, self.width - indent):
            self._put([(" " * indent, ""), *line])

    def _hanging(self, lead: Sequence[Piece], body: Iterable[Piece], indent: int) -> None:
        """Write a lead and a body that wraps beside it; below it where there is no room beside."""
        used = sum(width_of(text) for text, _ in lead)
        if indent + 20 > self.width:
            if used:
                self._flow(lead)
            self._flow(body, 2)
            return
        first, *others = wrapped(body, self.width - indent)
        self._put([*lead, (" " * (indent - used), ""), *first])
        for line in others:
            self._put([(" " * indent, ""), *line])

    def _title(self, block: blocks.Title) -> None:
        self._put()
        tag = [("  " + clean(block.tag), "quiet")] if block.tag else []
        self._flow([(clean(block.text), "strong"), *tag])

    def _field(self, block: blocks.Field) -> None:
        refs = (references(block.refs), "quiet")
        label, text = clean(block.label), clean(block.text)
        if block.prose:
            self._put()
            self._flow([(label, block.tone or "strong")])
            self._flow([(text, ""), refs], 2)
        else:
            self._labelled(label, [(text, block.tone), refs])

    def _labelled(self, label: str, body: Sequence[Piece]) -> None:
        """Write `Label: value`, the values below one another where there is room."""
        if self.width >= NARROW:
            self._hanging([(f"{label}:", "strong")], body, 22)
            return
        first, *others = wrapped([(f"{label}: ", "strong"), *body], self.width)
        self._put(first)
        rest = [piece for line in others for piece in (*line, (" ", ""))]
        for line in wrapped(rest, self.width - 2) if rest else ():
            self._put([("  ", ""), *line])

    def _section(self, block: blocks.Section) -> None:
        if not block.entries:
            return
        self._put()
        self._flow([(clean(block.heading), "strong")])
        keys = max(width_of(entry.key) for entry in block.entries)
        marks = 2 if any(entry.mark for entry in block.entries) else 0
        indent = 2 + (keys + 2 if keys else 0) + marks
        for entry in block.entries:
            lead = [("  ", "")]
            if keys:
                key = clean(entry.key)
                lead.append(
                    (key + " " * (keys + 2 - width_of(key)), "" if entry.tone == "today" else "quiet")
                )
            if entry.mark:
                lead.append((entry.mark + " ", entry.tone))
            self._hanging(lead, self._entry(entry), indent)

    def _entry(self, entry: blocks.Entry) -> Iterator[Piece]:
        text = clean(entry.text)
        if entry.strong:
            yield from _marked(text, [clean(word) for word in entry.strong])
        else:
            yield text, "today" if entry.tone == "today" else ""
        told = ", ".join(clean(part) for part in (entry.tag, entry.tail) if part)
        if told:
            yield (f" ({told})" if text else told), "quiet"
        yield references(entry.refs), "quiet"

    def _grid(self, block: blocks.Grid) -> None:
        rows = [[clean(cell) for cell in row] for row in block.rows]
        tones = block.tones or ("",) * len(rows)
        widths = _column_widths(block.headers, rows, self.width)
        if widths is None:
            for row, tone in zip(rows, tones, strict=True):
                self._put()
                for header, cell in zip(block.headers, row, strict=True):
                    if cell:
                        self._labelled(header or "-", [(cell, tone)])
        else:
            rule = "─" if self.room.unicode else "-"
            if self.headers:
                self._row(list(block.headers), widths, "strong")
                self._put([(rule * (sum(widths) + 2 * (len(widths) - 1)), "quiet")])
            for row, tone in zip(rows, tones, strict=True):
                self._row(row, widths, tone)
        if block.foot:
            self._put()
            self._flow([(clean(block.foot), "quiet")])

    def _row(self, cells: list[str], widths: list[int], tone: str) -> None:
        columns = [wrapped([(cell, tone)], width) for cell, width in zip(cells, widths, strict=True)]
        for i in range(max(len(column) for column in columns)):
            line: list[Piece] = []
            for column, width in zip(columns, widths, strict=True):
                part = column[i] if i < len(column) else []
                line += [*part, (" " * (width + 2 - sum(width_of(text) for text, _ in part)), "")]
            self._put(line)

    def _drawing(self, block: blocks.Drawing) -> None:
        for spans in block.lines:
            pieces = [(clean(span.text), span.tone) for span in spans]
            fits = sum(width_of(text) for text, _ in pieces) <= self.width
            self._put(pieces) if fits else self._flow(pieces)

    def _references(self, block: blocks.References) -> None:
        if not block.sources:
            return
        self._put()
        self._put([("Sources", "strong")])
        indent = len(str(len(block.sources))) + 5
        for number, source in enumerate(block.sources, 1):
            self._hanging([(f"  [{number}]", "quiet")], self._source(source), indent)

    def _source(self, source: Source) -> Iterator[Piece]:
        address = clean(source.url or "")
        yield clean(source.title), f"link {address}" if self.links and address else ""
        rest = ", ".join(part for part in (source.publisher, source.date or "undated") if part)
        yield clean(f", {rest}"), "quiet"
        if address and not self.links:
            yield f" {address}", "quiet"

    def _foot(self, block: blocks.Foot) -> None:
        self._put()
        self._flow([(f"As of {clean(block.text)}", "quiet")])


def _marked(text: str, words: list[str]) -> Iterator[Piece]:
    """Yield a text with the given words in it made strong."""
    pattern = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True) if word)
    place = 0
    for match in re.finditer(pattern, text) if pattern else ():
        yield text[place : match.start()], ""
        yield match[0], "strong"
        place = match.end()
    yield text[place:], ""


def _column_widths(headers: Sequence[str], rows: list[list[str]], width: int) -> list[int] | None:
    """Return a width for each column so that no word is cut, or None where there is no room for that."""
    columns = list(zip(headers, *rows, strict=True))
    least = [
        max(max((width_of(word) for word in cell.split()), default=0) for cell in column)
        for column in columns
    ]
    most = [max(width_of(cell) for cell in column) for column in columns]
    room = width - 2 * (len(columns) - 1)
    if sum(least) > room:
        return None
    widths = least[:]
    spare = room - sum(least)
    for i in sorted(range(len(columns)), key=lambda i: most[i] - least[i]):
        share = min(most[i] - widths[i], spare)
        widths[i] += share
        spare -= share
    return widths
