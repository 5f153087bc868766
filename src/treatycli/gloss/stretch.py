"""A stretch of text -> its words in order, each with its place.

Texts from the wire are not clean: spaces of a dozen kinds, soft hyphens and zero-width characters
inside words, accents apart from their letters, words broken at a line end. All this is taken away in
the folded word and stays in the text, so that a place is always one of the text itself.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from treatycli.gloss.tokens import APOSTROPHES, PIECES, UNSEEN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator

_HYPHENS = "-‐‑\u00ad"
_SPACES_IN_NUMBERS = "\u00a0\u2009\u202f"
_JOINING = UNSEEN.union("-‐‑‒–/&'’‘\"“”(),*_$€£")
"""What may stand between two words of a name, beside spaces."""
_BULLETS = ("-", "*", "•", "–")
_STOPS = frozenset(".!?:;")
_MARKS = (*_STOPS, "\n")
"""What may end a sentence."""
_STOPPED = frozenset(("st", "s", "n", "dem", "rep", "fed", "is"))
"""Abbreviations inside the names of states, whose full stop ends no sentence."""
_LONGEST_GAP = 24
SENTENCE = 40
"""How many words of a sentence are looked at to each side of a word."""
_ADDRESSES = ("http://", "https://", "www.")
_LONGEST_ADDRESS = 2000


def _without_addresses(text: str) -> str:
    """Return a text of the same length in which addresses of pages are crossed out."""
    for sign in _ADDRESSES:
        start = text.find(sign)
        while start >= 0:
            end = start + len(sign)
            most = min(len(text), start + _LONGEST_ADDRESS)
            while end < most and not text[end].isspace() and text[end] not in '<>()[]"':
                end += 1
            text = f"{text[:start]}{'|' * (end - start)}{text[end:]}"
            start = text.find(sign, end)
    return text


def _places(text: str, mark: str) -> Iterator[int]:
    place = text.find(mark)
    while place >= 0:
        yield place
        place = text.find(mark, place + 1)


def _closed(text: str) -> str:
    """Return a text of the same length in which a comma stands for the space in a number like `6 279`."""
    for space in _SPACES_IN_NUMBERS:
        for place in _places(text, space):
            before, behind = text[place - 1 : place], text[place + 1 : place + 5]
            if before.isdecimal() and behind[:3].isdecimal() and not behind[3:].isalnum():
                text = f"{text[:place]},{text[place + 1 :]}"
    return text


def _breaks(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a word is broken at a line end: the place of its hyphen, and where it goes on."""
    for end in _places(text, "\n"):
        hyphen, following = end - 1, end + 1
        while hyphen > 0 and text[hyphen] in " \t\r":
            hyphen -= 1
        while text[following : following + 1] in (" ", "\t"):
            following += 1
        is_broken = hyphen > 0 and text[hyphen] in _HYPHENS and text[hyphen - 1].isalpha()
        if is_broken and "a" <= text[following : following + 1] <= "z":
            yield hyphen, following


def _has_bullet(gap: str) -> bool:
    """Tell whether a line in what stands between two words begins with the sign of a list."""
    lines = (line.lstrip() for line in gap.split("\n")[1:])
    return any(line[:1] in _BULLETS and line[1:2].isspace() for line in lines)


class Words:
    """The words of a stretch of text, in order, without `the`: folded, and where each starts and ends."""

    def __init__(self, text: str, known: Callable[[], Container[str]]) -> None:
        """`known` gives the words of all forms; asked only where a line end breaks a word."""
        if "://" in text or "www." in text:
            text = _without_addresses(text)
        self.text = text
        self.folded: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.after_the: set[int] = set()
        self._bounds: list[int] | None = None
        place = 0
        all_folded, starts, ends = self.folded, self.starts, self.ends
        seek, pieces = text.index, PIECES
        for chunk in _closed(text).split():
            place = seek(chunk[0], place)
            for folded, start, end in pieces[chunk]:
                if folded == "the" or not folded:
                    self.after_the.add(len(all_folded))
                    continue
                all_folded.append(folded)
                starts.append(place + start)
                ends.append(place + end)
            place += len(chunk)
        if "\n" in text:
            self._join_broken(known)

    def _join_broken(self, known: Callable[[], Container[str]]) -> None:
        """Make one word of two where a hyphen at a line end breaks it and the two make a known word."""
        place = 0
        for hyphen, following in _breaks(self.text):
            while place < len(self.ends) and self.ends[place] < hyphen:
                place += 1
            if place + 1 >= len(self.ends) or self.starts[place + 1] != following:
                continue
            joined = self.folded[place] + self.folded[place + 1]
            if joined in known():
                self.folded[place] = joined
                self.ends[place] = self.ends[place + 1]
                del self.folded[place + 1], self.starts[place + 1], self.ends[place + 1]
                self.after_the = {i - (i > place) for i in self.after_the}

    def __len__(self) -> int:
        return len(self.folded)

    def shown(self, first: int, last: int) -> str:
        """Return the text from one word to another as it stands."""
        return self.text[self.starts[first] : self.ends[last]]

    def gap(self, place: int) -> str:
        """Return what stands between the word before and this one; nothing before the first."""
        return self.text[self.ends[place - 1] : self.starts[place]] if place else ""

    def adjoins(self, place: int) -> bool:
        """Tell whether a name may go on from the word before to this one."""
        gap = self.text[self.ends[place - 1] : self.starts[place]]
        if gap in (" ", "-", "\u00a0", "\n"):
            return True
        if len(gap) > _LONGEST_GAP or ("\n" in gap and _has_bullet(gap)):
            return False
        if place in self.after_the:
            before, the, after = gap.lower().partition("the")
            gap = f"{before} {after}" if the else gap
        if gap[:1] == "." and self.folded[place - 1] in _STOPPED:
            gap = gap[1:]
        blank_line = any(not line.strip() for line in gap.split("\n")[1:-1])
        return not blank_line and all(c in _JOINING or c.isspace() for c in gap)

    def starts_sentence(self, place: int) -> bool:
        """Tell whether a word is the first of its sentence, as far as full stops and blank lines tell."""
        if place == 0:
            return True
        gap = self.text[self.ends[place - 1] : self.starts[place]]
        if gap == " ":
            return False
        if gap[:1] == "." and self.folded[place - 1] in _STOPPED:
            return False
        if not _STOPS.isdisjoint(gap):
            return True
        return "\n" in gap and (gap.count("\n") > 1 or _has_bullet(gap))

    def sentence(self, place: int, most: int = SENTENCE) -> range:
        """Return the words of the sentence around a word, at most so many to each side."""
        if self._bounds is None:
            behind = {
                bisect_left(self.starts, place) for mark in _MARKS for place in _places(self.text, mark)
            }
            places = sorted(behind - {0, len(self)})
            self._bounds = [0, *filter(self.starts_sentence, places)]
        following = bisect_right(self._bounds, place)
        stop = self._bounds[following] if following < len(self._bounds) else len(self)
        return range(max(self._bounds[following - 1], place - most), min(stop, place + most + 1))

    def end(self, place: int) -> int:
        """Return where a word ends in the text, without a possessive `’s`."""
        end = self.ends[place]
        tail = self.text[end - 2 : end]
        possessive = len(tail) == 2 and tail[0] in APOSTROPHES and tail[1] in "sS"
        return end - 2 if possessive and end - self.starts[place] > 2 else end
