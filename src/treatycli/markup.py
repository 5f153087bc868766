"""HTML -> the same text with its tags blanked out, so that every place stays where it was."""

from __future__ import annotations

import html
from html.parser import HTMLParser

_SILENT = ("script", "style", "template", "noscript", "svg", "head")


class _Masker(HTMLParser):
    """Copies the data of a page to its own places in a field of spaces."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=False)
        self._starts = [0]
        for line in page.split("\n"):
            self._starts.append(self._starts[-1] + len(line) + 1)
        self.shown = ["\n" if c == "\n" else " " for c in page]
        self._silent = 0

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        """Read `<![...` as a browser does, as a comment; the parser of Python 3.11 fails on it."""
        return self.parse_bogus_comment(i, bool(report))

    def _place(self) -> int:
        line, column = self.getpos()
        return self._starts[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT and self._silent:
            self._silent -= 1

    def handle_data(self, data: str) -> None:
        if not self._silent:
            place = self._place()
            self.shown[place : place + len(data)] = data

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name};")

    def _reference(self, reference: str) -> None:
        character = html.unescape(reference)
        if not self._silent and len(character) == 1:
            self.shown[self._place()] = character


def mask_tags(page: str) -> str:
    """Return a page of the same length in which only its readable text is left.

    Tags, comments, scripts, styles and the head become spaces; a character reference becomes its
    character and spaces. Line ends stay.
    """
    masker = _Masker(page)
    masker.feed(page)
    masker.close()
    return "".join(masker.shown)
