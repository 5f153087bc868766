"""HTML -> its readable text, with where each piece of it stands in the page.

A scanner of our own and not `html.parser`: that one takes quadratic time on a page of unclosed tags,
comments or quotes, and a text to be glossed may come from anyone. This one passes over each
character once, or a bounded number of times: a tag ends at the first `>` outside of quotes, within a
million characters, else its `<` is text; what never closes reaches to the end, as in a browser. It
reads a page in pieces, so that memory does not grow with it.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from html import unescape

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SILENT = frozenset(("script", "style", "template", "noscript", "svg", "math", "iframe", "object", "canvas"))
"""Elements whose content nobody reads."""
_RAW = frozenset(("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"))
"""Elements whose content is no markup, up to their own end tag."""
_IN_HEAD = frozenset(("title", "meta", "link", "base", "style", "script", "noscript", "template", "head"))
_PARTING = frozenset(
    (
        "address article aside blockquote body br button caption center col colgroup dd details dialog dir"
        " div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header"
        " hgroup hr html legend li main menu nav noframes ol optgroup option p pre search section select"
        " summary table tbody td textarea tfoot th thead title tr ul"
    ).split()
)
"""Elements that part words: no name crosses their edge."""
_SPACING = frozenset(("img", "input", "video", "audio", "embed", "iframe", "object", "svg", "canvas"))
_LONGEST_TAG = 1 << 20
_NAME = re.compile(r"</?([a-zA-Z][^\s/>]{0,40})")
_EDGE = re.compile("[>\"']")
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
_LONGEST_REFERENCE = 40
_LINE_ENDS = str.maketrans("\n\r\x00", "   ")

TEXT, START, END, OTHER = "text", "start", "end", "other"


class Piece:
    """A piece of a page: its kind, the element's name, and from where to where it stands."""

    __slots__ = ("end", "kind", "name", "start")

    def __init__(self, kind: str, name: str, start: int, end: int) -> None:
        self.kind, self.name, self.start, self.end = kind, name, start, end


class Scanner:
    """Cuts a page, given in parts, into tags, comments and text; `text` holds what is at hand."""

    def __init__(self) -> None:
        self.text = ""
        self.base = 0
        self._until = ""
        self._raw = ""
        self._no_tag_before = -1
        self._final = False

    def feed(self, part: str, *, final: bool = False) -> Iterator[Piece]:
        """Yield the pieces that are whole by now; their places are those of the page."""
        self.text += part
        self._final = final
        place = 0
        while place < len(self.text):
            piece = self._next(place)
            if piece is None:
                break
            kind, name, end = piece
            if end > place:
                yield Piece(kind, name, self.base + place, self.base + end)
            place = end
        self.text = self.text[place:]
        self.base += place

    def shown(self, piece: Piece) -> str:
        """Return the characters of the piece that was yielded last."""
        return self.text[piece.start - self.base : piece.end - self.base]

    def _next(self, place: int) -> tuple[str, str, int] | None:
        """Return kind, name and end of the piece at a place; None where more must be read first."""
        text, size = self.text, len(self.text)
        if self._until:
            return self._skip(place)
        if self._raw:
            return self._raw_text(place)
        if text[place] != "<":
            end = text.find("<", place)
            if end >= 0:
                return TEXT, "", end
            if self._final:
                return TEXT, "", size
            last = text.rfind("&", max(place, size - _LONGEST_REFERENCE))
            end = last if last >= 0 else size
            return (TEXT, "", end) if end > place else None
        if not self._final and size - place < len("<!--->"):
            return None
        following = text[place + 1 : place + 2]
        if following == "!" and text.startswith("<!--", place):
            if text.startswith(("<!-->", "<!--->"), place):
                return OTHER, "", text.index(">", place) + 1
            self._until = "-->"
            return OTHER, "", place + 4
        if following in ("!", "?") or (following == "/" and not text[place + 2 : place + 3].isalpha()):
            self._until = ">"
            return OTHER, "", place + 2
        if following == "/" or (following.isascii() and following.isalpha()):
            return self._tag(place)
        return TEXT, "", place + 1

    def _skip(self, place: int) -> tuple[str, str, int] | None:
        """Pass over a comment or a declaration, to its end or as far as there is text."""
        end = self.text.find(self._until, place)
        if end >= 0:
            end += len(self._until)
            self._until = ""
            return OTHER, "", end
        end = len(self.text) - (0 if self._final else len(self._until) - 1)
        return (OTHER, "", end) if end > place else None

    def _raw_text(self, place: int) -> tuple[str, str, int] | None:
        """Return the content of a script or the like, up to its end tag or as far as there is text."""
        match = re.compile(rf"</{self._raw}(?=[\s/>])", re.IGNORECASE).search(self.text, place)
        name = self._raw
        if match:
            self._raw = ""
            return TEXT, name, match.start()
        end = len(self.text) - (0 if self._final else len(name) + 3)
        return (TEXT, name, end) if end > place else None

    def _tag(self, place: int) -> tuple[str, str, int] | None:
        text = self.text
        limit = min(len(text), place + _LONGEST_TAG)
        whole = self._final or limit == place + _LONGEST_TAG
        if self.base + place < self._no_tag_before:
            return TEXT, "", place + 1
        end = self._tag_end(place, limit, whole=whole)
        if end is None and not whole:
            return None
        match = _NAME.match(text, place)
        if end is None or match is None:
            self._no_tag_before = self.base + limit if end is None else self._no_tag_before
            return TEXT, "", place + 1
        name = match[1].lower()
        if text[place + 1] == "/":
            return END, name, end
        if name in _RAW and text[end - 2] != "/":
            self._raw = name
        return START, name, end

    def _tag_end(self, place: int, limit: int, *, whole: bool) -> int | None:
        """Return where a tag ends: behind the first `>` outside of quotes, else behind the first.

        None where there is none, or where, if not `whole`, more of the page must be read to tell.
        """
        text = self.text
        first = text.find(">", place, limit)
        if first < 0:
            return None
        seek = place
        while True:
            edge = _EDGE.search(text, seek, limit)
            if edge is None:
                return first + 1 if whole else None
            if edge[0] == ">":
                return edge.end()
            if text[edge.start() - 1] not in "= \t\n\r":
                seek = edge.end()
                continue
            closing = text.find(edge[0], edge.end(), limit)
            if closing < 0 and not whole:
                return None
            if closing < 0:
                return first + 1 if first > edge.start() else self._plain_end(edge.end(), limit)
            seek = closing + 1

    def _plain_end(self, place: int, limit: int) -> int | None:
        end = self.text.find(">", place, limit)
        return end + 1 if end >= 0 else None


class Page:
    """The readable text of a page given in parts, and where each place of it is in the page."""

    def __init__(self, parts: Iterable[str]) -> None:
        self._parts = parts
        self._read = 0
        self._texts, self._pages = array("Q"), array("Q")
        self._lengths, self._lines = array("Q"), array("Q")
        self._line = 1
        self._silent = ""
        self._depth = 0
        self._head = False

    def __iter__(self) -> Iterator[str]:
        """Yield the readable text: tags gone, references decoded, a blank line where blocks part."""
        scanner = Scanner()
        ended = False
        parts = iter(self._parts)
        while not ended:
            part = next(parts, None)
            ended = part is None
            shown: list[str] = []
            for piece in scanner.feed(part or "", final=ended):
                self._piece(piece, scanner.shown(piece), shown)
            if shown:
                yield "".join(shown)

    def _piece(self, piece: Piece, text: str, shown: list[str]) -> None:
        if piece.kind == TEXT and not self._is_silent(piece):
            self._text(text, piece.start, shown)
            return
        if piece.kind in (START, END):
            self._tag(piece, text)
            if piece.name in _PARTING:
                self._add("\n\n", piece.start, 0, shown)
            elif piece.name in _SPACING:
                self._add(" ", piece.start, 0, shown)
        self._line += text.count("\n")

    def _is_silent(self, piece: Piece) -> bool:
        return bool(self._silent) or self._head or piece.name in SILENT or piece.name == "title"

    def _tag(self, piece: Piece, text: str) -> None:
        """Keep track of the elements that nobody reads: within one only its own tags count."""
        if self._silent:
            if piece.name == self._silent and (piece.kind == END or text[-2:-1] != "/"):
                self._depth += 1 if piece.kind == START else -1
                self._silent = self._silent if self._depth > 0 else ""
        elif piece.kind == START and piece.name in SILENT and text[-2:-1] != "/":
            self._silent, self._depth = piece.name, 1
        elif piece.name == "head":
            self._head = piece.kind == START
        elif piece.kind == START and piece.name not in _IN_HEAD:
            self._head = False

    def _text(self, text: str, place: int, shown: list[str]) -> None:
        seek = 0
        for match in _REFERENCE.finditer(text) if "&" in text else ():
            decoded = unescape(match[0])
            if decoded == match[0]:
                continue
            self._lines_of(text[seek : match.start()], place + seek, shown)
            kept = 0
            if not match[0].endswith(";") and len(decoded) > 1:  # `&ampx`: a reference and what follows
                kept = len(decoded) - 1
                decoded = decoded[:1]
            length = match.end() - match.start() - kept
            self._add(decoded.translate(_LINE_ENDS), place + match.start(), length, shown)
            seek = match.end() - kept
        self._lines_of(text[seek:], place + seek, shown)

    def _lines_of(self, text: str, place: int, shown: list[str]) -> None:
        """Add text whose characters stand in the page as they are; its line ends are spaces."""
        start = 0
        while start < len(text):
            end = text.find("\n", start) + 1 or len(text)
            self._mark(place + start, 0)
            shown.append(text[start:end].translate(_LINE_ENDS))
            self._read += end - start
            self._line += text[end - 1] == "\n"
            start = end

    def _add(self, text: str, place: int, length: int, shown: list[str]) -> None:
        """Add text that stands for so many characters of the page at a place."""
        self._mark(place, length or 1 << 40)
        shown.append(text)
        self._read += len(text)

    def _mark(self, place: int, length: int) -> None:
        self._texts.append(self._read)
        self._pages.append(place)
        self._lengths.append(length)
        self._lines.append(self._line)

    def origin(self, section: str, base: int, start: int, end: int) -> tuple[int, int, int]:
        """Return where a stretch of the readable text, not yet passed, stands in the page, and its line."""
        first = bisect_right(self._texts, start) - 1
        last = bisect_right(self._texts, max(start, end - 1)) - 1
        begin = self._pages[first] + (0 if self._lengths[first] else start - self._texts[first])
        if self._lengths[last]:
            finish = self._pages[last] + self._lengths[last] % (1 << 40)
        else:
            finish = self._pages[last] + end - self._texts[last]
        return begin, finish, self._lines[first]

    def passed(self, section: str, base: int) -> None:
        """Forget the places of a section that has been read."""
        before = bisect_right(self._texts, base + len(section)) - 1
        if before > 0:
            for marks in (self._texts, self._pages, self._lengths, self._lines):
                del marks[:before]


def is_page(text: str) -> bool:
    """Tell whether a text is HTML, by how it starts."""
    return _START.match(text) is not None


_START = re.compile(
    r"\s{0,200}<(?:!doctype\s{1,9}html|\?xml\b|!--|(?:html|head|body|meta|title|article|section|main|header|nav"
    r"|div|p|h[1-6]|table|ul|ol|span|center|font|blockquote|a|b|i|em|strong|script|style|link)[\s/>])",
    re.IGNORECASE,
)
