"""A text with notes: what it mentions marked on first use, and numbered notes at its end.

Nothing of the text is changed: each note's number is put in behind the phrase that it explains, in
HTML behind the link that holds it, in Markdown behind the code or the link. What a text's kind cannot
carry at a place is left out there and stands in the list.
"""

from __future__ import annotations

import re

from treatycli.folding import clean

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from treatycli.topics.gloss import Annotation, GlossItem

_KEPT = "\n\t\r\u061c\u200b\u200e\u200f\u2028\u2029\u2060\ufeff"
"""What stays in a marked-up text that is not for a terminal, besides what is printable."""

_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<style>
:root {{ color-scheme: light dark }}
body {{ font: 1.05rem/1.6 Georgia, serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem }}
p {{ white-space: pre-line }}
mark {{ background: none; color: inherit; font-weight: bold }}
ol {{ font-size: .9rem }}
</style></head><body>
{body}
<h2>Notes</h2>
<ol>
{notes}
</ol>
<p><small>{foot}</small></p>
</body></html>
"""
_NO_LINK_IN = frozenset(
    (
        "a button select option optgroup textarea title label summary svg math script style template noscript"
    ).split()
)
"""Elements of a page in which a link of ours may not stand."""
_CODE = re.compile(
    r"^(?P<fence>`{3,}|~{3,})[^\n]*\n(?s:.*?)(?:^(?P=fence)[`~]*[ \t]*$|\Z)"
    r"|(?P<ticks>`{1,8})(?!`)[^`\n]{1,400}(?P=ticks)(?!`)"
    r"|<!--(?s:.{0,4000}?)-->"
    r"|^(?: {4}|\t)[^\n]*$",
    re.MULTILINE,
)
_LINK = re.compile(
    r"!?\[[^\[\]\n]{0,400}\](?:\([^()\s]{0,600}(?:\s\"[^\"\n]{0,200}\")?\)|\[[^\[\]\n]{0,100}\])|<https?://[^>\s]{1,600}>"
)


class Note:
    """A note: its number, its place behind a phrase, where the phrase starts, and what it says."""

    __slots__ = ("end", "item", "number", "start")

    def __init__(self, number: int, start: int, end: int, item: GlossItem) -> None:
        self.number, self.start, self.end, self.item = number, start, end, item

    @property
    def title(self) -> str:
        """The title with one full stop."""
        title = self.item.title
        return title if title[-1:] in (".", "!", "?") else f"{title}."


def numbered(note: Annotation, refused: Callable[[int, int], bool] = lambda start, end: False) -> list[Note]:
    """Return a note for each thing mentioned, at its first place that is not refused, in their order.

    Of phrases that end at one place the longer comes first.
    """
    firsts = []
    for place, item in enumerate(note.items):
        seen = next((o for o in item.occurrences if not refused(o.start, o.end)), None)
        if seen is not None:
            firsts.append((seen.end, seen.start, place, item))
    firsts.sort(key=lambda first: first[:3])
    return [Note(n, start, end, item) for n, (end, start, _, item) in enumerate(firsts, 1)]


def text(note: Annotation, foot: str, *, strong: str = "", reset: str = "") -> str:
    """Return the text with `[1]` behind first mentions, and the notes; `strong` starts an emphasis."""
    notes = numbered(note)
    body = "".join(
        f"{strong}{clean(piece, keep=_LINES)}{reset}" if is_marked else clean(piece, keep=_LINES)
        for piece, is_marked in _pieces(note.text, notes, lambda numbers: f"[{','.join(map(str, numbers))}]")
    )
    listed = "".join(f"[{n.number}] {strong}{n.title}{reset} {n.item.definition}\n" for n in notes)
    return f"{body.rstrip()}\n\nNotes\n{listed}\n{foot}\n"


_LINES = "\n\t\r"


def _pieces(
    whole: str, notes: Iterable[Note], mark: Callable[[list[int]], str]
) -> Iterator[tuple[str, bool]]:
    """Yield the text in pieces: phrases that are noted, and the rest with the marks among it."""
    place = 0
    spans: list[tuple[int, int]] = []
    for start, end in sorted((n.start, n.end) for n in notes):
        if spans and start < spans[-1][1]:
            spans[-1] = spans[-1][0], max(spans[-1][1], end)
        else:
            spans.append((start, end))
    marks: dict[int, list[int]] = {}
    for n in notes:
        marks.setdefault(n.end, []).append(n.number)
    ends = sorted(marks)
    seek = 0
    for start, stop in spans:
        yield whole[place:start], False
        place = start
        while seek < len(ends) and ends[seek] <= stop:
            yield whole[place : ends[seek]], True
            yield mark(marks[ends[seek]]), False
            place = ends[seek]
            seek += 1
        yield whole[place:stop], True
        place = stop
    yield whole[place:], False


def _insert(whole: str, marks: Iterable[tuple[int, str]]) -> str:
    """Return the text with each mark put in at its place."""
    pieces, place = [], 0
    for at, mark in sorted(marks, key=lambda each: each[0]):
        pieces += [whole[place:at], mark]
        place = at
    return "".join([*pieces, whole[place:]])


def markdown(note: Annotation, foot: str) -> str:
    """Return the text as Markdown with footnotes, as GitHub and Pandoc read them.

    No footnote stands in code, and none within a link: it stands behind it.
    """
    whole = note.text
    code = (
        [match.span() for match in _CODE.finditer(whole)]
        if "`" in whole or "~~~" in whole or "<!--" in whole or "    " in whole or "\t" in whole
        else []
    )
    links = [match.span() for match in _LINK.finditer(whole)]
    notes = numbered(note, lambda start, end: _covering(code, start, end) is not None)
    label = "treaty-" if "[^" in whole else ""
    marks: dict[int, list[int]] = {}
    for n in notes:
        link = _covering(links, n.start, n.end)
        marks.setdefault(link[1] if link else n.end, []).append(n.number)
    body = _insert(whole, [(at, "".join(f"[^{label}{n}]" for n in numbers)) for at, numbers in marks.items()])
    listed = "".join(
        f"[^{label}{n.number}]: **{_escaped(n.title)}** {_escaped(n.item.definition)}\n" for n in notes
    )
    return clean(f"{body.rstrip()}\n\n{_fence_end(code, whole)}{listed}\n{foot}\n", keep=_KEPT)


def _covering(spans: list[tuple[int, int]], start: int, end: int) -> tuple[int, int] | None:
    from bisect import bisect_left

    place = bisect_left(spans, (end, 0)) - 1
    while place >= 0 and spans[place][1] > start:
        return spans[place]
    return None


def _fence_end(code: list[tuple[int, int]], whole: str) -> str:
    """Return what ends a block of code that the text leaves open."""
    if code and code[-1][1] >= len(whole.rstrip()):
        opened = re.match(r"(`{3,}|~{3,})", whole[code[-1][0] :])
        if opened and not whole.rstrip().endswith(("\n" + opened[1], opened[1])):
            return f"{opened[1]}\n\n"
    return ""


def _escaped(text: str) -> str:
    return re.sub(r"([\\`*_\[\]<>])", r"\\\1", text)


def page(note: Annotation, foot: str) -> str:
    """Return the text as HTML: a page with the notes put in, or a plain text as a page that stands alone."""
    return _noted_page(note, foot) if note.text_kind == "html" else _own_page(note, foot)


def _noted_page(note: Annotation, foot: str) -> str:
    """Return the page itself, whole, with a link behind each first mention and the notes before its end."""
    from html import escape

    whole = note.text
    notes = numbered(note)
    anchor = "treaty-note"
    while f'"{anchor}' in whole:
        anchor += "s"
    places, close = _open_places(whole, sorted({n.end for n in notes}))
    marks: dict[int, str] = {}
    for n in notes:
        at = places.get(n.end)
        if at is not None and at <= close:
            link = f'<a href="#{anchor}-{n.number}" id="{anchor}-of-{n.number}">[{n.number}]</a>'
            marks[at] = marks.get(at, "") + f"<sup>{link}</sup>"
    listed = "\n".join(
        f'<li id="{anchor}-{n.number}"><b>{escape(n.title)}</b> {escape(n.item.definition)}</li>'
        for n in notes
    )
    section = (
        f'\n<section id="{anchor}s">\n<h2>Notes</h2>\n<ol>\n{listed}\n</ol>\n'
        f"<p><small>{escape(foot)}</small></p>\n</section>\n"
    )
    marks[close] = marks.get(close, "") + section
    return clean(_insert(whole, marks.items()), keep=_KEPT)


def _open_places(whole: str, ends: list[int]) -> tuple[dict[int, int], int]:
    """Return where a link may stand for each of the ascending ends of phrases, and where the notes go."""
    from treatycli.gloss.html import END, START, Scanner

    places: dict[int, int] = {}
    seek, depth, close = 0, 0, 0
    inside = ""
    scanner = Scanner()
    for piece in scanner.feed(whole, final=True):
        while seek < len(ends) and ends[seek] <= piece.end and piece.kind not in (START, END) and not inside:
            places[ends[seek]] = ends[seek]
            seek += 1
        if piece.kind == START:
            if inside == piece.name:
                depth += 1
            elif not inside and piece.name in _NO_LINK_IN and whole[piece.end - 2 : piece.end - 1] != "/":
                inside, depth = piece.name, 1
        elif piece.kind == END:
            if inside == piece.name:
                depth -= 1
                if not depth:
                    inside = ""
                    while seek < len(ends) and ends[seek] <= piece.end:
                        places[ends[seek]] = piece.end
                        seek += 1
            if piece.name in ("body", "html") and not (close and piece.name == "html"):
                close = piece.start
    return places, close or len(whole)


def _own_page(note: Annotation, foot: str) -> str:
    """Return a plain text as an HTML page that stands alone: no script, nothing from elsewhere."""
    from html import escape

    notes = numbered(note)

    def links(numbers: list[int]) -> str:
        return "\0" + ",".join(map(str, numbers)) + "\0"

    shown = []
    for piece, is_marked in _pieces(note.text.replace("\0", ""), notes, links):
        if piece[:1] == "\0":
            shown.append("".join(f'<sup><a href="#n{n}">{n}</a></sup>' for n in piece.strip("\0").split(",")))
        elif piece:
            safe = escape(clean(piece, keep="\n\t"))
            shown.append(f"<mark>{safe}</mark>" if is_marked else safe)
    paragraphs = "\n".join(f"<p>{part.strip()}</p>" for part in "".join(shown).split("\n\n") if part.strip())
    listed = "\n".join(
        f'<li id="n{n.number}"><b>{escape(n.title)}</b> {escape(n.item.definition)}</li>' for n in notes
    )
    return _PAGE.format(title="A text with notes", body=paragraphs, notes=listed, foot=escape(foot))
