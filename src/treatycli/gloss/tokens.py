"""A stretch of text -> its words as they count, each with its place.

Texts from the wire are not clean: spaces of a dozen kinds, soft hyphens and zero-width characters
inside words, accents apart from their letters, words broken at a line end. All this is taken away in
the folded word and stays in the text, so that a place is always one of the text itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from treatycli.folding import fold
from treatycli.gloss.lazily import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Container

_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u0300-\u036f"
"""What may stand inside a word and is no letter: soft hyphen, zero-width characters, accents."""
_APOSTROPHES = "'’ʼ‘´`ʻ"
_WORD = re.compile(
    r"(?:[A-Z]\.){2,}"
    r"|\d{1,3}(?:[,\u00a0\u2009\u202f]\d{3})+(?![\d\w])"
    r"|\d{1,12}(?:\.\d{1,12}){1,6}(?![\d\w])"
    rf"|[^\W_]{{1,121}}(?:(?:[{_UNSEEN}]|[{_APOSTROPHES}](?=[^\W_]))[^\W_]{{0,120}}){{0,120}}"
    r"|%|§"
)
"""A word: `U.S.`, `6,279`, `3.3`, letters and digits with apostrophes. Bounded, so that a text
without spaces costs no more than another."""
_GAP = compiled(rf"(?:[^\S\n]|\n(?![^\S\n]*\n)|[-‐‑‒–/&'’‘\"“”(),*_$€£{_UNSEEN}])*")
_MARK = re.compile(r"[.!?:;\n]+")
_BULLET = compiled(r"\n[^\S\n]*[-*•–][^\S\n]")
_STOPPED = frozenset(("st", "s", "n", "dem", "rep", "fed", "is"))
"""Abbreviations inside the names of states, whose full stop ends no sentence."""
_LONGEST_GAP = 24
SENTENCE = 40
"""How many words of a sentence are looked at to each side of a word."""
_HYPHEN = f"[-‐‑{_UNSEEN[0]}]"
_BROKEN = compiled(rf"{_HYPHEN}(?<=[^\W\d_]{_HYPHEN})[ \t]*\r?\n[ \t]*(?=[a-z])")
"""The hyphen of a word broken at a line end. A pattern that begins with its rarest character is found fast:
what must stand before it is looked at behind it. So too where numbers are looked for."""
_MARKS = dict.fromkeys((173, 8203, 8204, 8205, 8288, 65279, *range(768, 880)))
_ADDRESS = r"(?:https?://|www\.)[^\s<>()\[\]\"]{1,2000}"

_MEETINGS = frozenset(f"{number}msp" for number in range(1, 31))
"""The meetings by number, all of them one word to the forms: `10MSP` is read as `22MSP` is."""

_seen: dict[str, str] = {}


def folded_word(word: str) -> str:
    """Reduce a word to what counts: `Landmines` gives `landmines`, `6,279` gives `6279`, `%` `percent`."""
    known = _seen.get(word)
    if known is None:
        if len(_seen) > 20_000:
            _seen.clear()
        known = _seen[word] = _reduced(word)
    return known


def _reduced(word: str) -> str:
    if word.isascii() and word.isalnum():
        folded = word.lower()
        return "1msp" if folded in _MEETINGS else folded
    if word == "%":
        return "percent"
    plain = word.translate(_MARKS)
    if plain[:1].isdigit() and "." in plain:
        return plain
    if len(plain) > 2 and plain[-2] in _APOSTROPHES and plain[-1] in "sS":
        plain = plain[:-2]
    return fold(plain).replace(" ", "")


def form_words(form: str) -> tuple[str, ...]:
    """Return the folded words of a form, without `the`."""
    words = (folded_word(match.group()) for match in _WORD.finditer(form))
    return tuple(word for word in words if word and word != "the")


def in_capitals(text: str) -> bool:
    """Tell whether more than half of the letters of a text are capitals: `NATO`, `UAE's`."""
    letters = [c for c in text if c.isalpha()]
    return sum(c.isupper() for c in letters) > len(letters) / 2


class Words:
    """The words of a stretch of text, in order, without `the`: folded, and where each starts and ends."""

    def __init__(self, text: str, known: Callable[[], Container[str]]) -> None:
        """`known` gives the words of all forms; asked only where a line end breaks a word."""
        if "://" in text or "www." in text:
            text = re.sub(_ADDRESS, lambda match: "|" * len(match.group()), text)
        self.text = text
        self.folded: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.after_the: set[int] = set()
        self._bounds: list[int] | None = None
        seen, folded_words, starts, ends = _seen.get, self.folded, self.starts, self.ends
        for match in _WORD.finditer(text):
            word = match[0]
            folded = seen(word)
            if folded is None:
                folded = folded_word(word)
            if folded == "the" or not folded:
                self.after_the.add(len(folded_words))
                continue
            folded_words.append(folded)
            start, end = match.span()
            starts.append(start)
            ends.append(end)
        if "\n" in text and _BROKEN.search(text):
            self._join_broken(known())

    def _join_broken(self, known: Container[str]) -> None:
        """Make one word of two where a hyphen at a line end breaks it and the two make a known word."""
        place = 0
        for match in _BROKEN.finditer(self.text):
            while place < len(self.ends) and self.ends[place] < match.start():
                place += 1
            if place + 1 >= len(self.ends) or self.starts[place + 1] != match.end():
                continue
            joined = self.folded[place] + self.folded[place + 1]
            if joined in known:
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
        if len(gap) > _LONGEST_GAP or ("\n" in gap and _BULLET.search(gap)):
            return False
        if place in self.after_the:
            before, the, after = gap.lower().partition("the")
            gap = f"{before} {after}" if the else gap
        if gap[:1] == "." and self.folded[place - 1] in _STOPPED:
            gap = gap[1:]
        return _GAP.fullmatch(gap) is not None

    def starts_sentence(self, place: int) -> bool:
        """Tell whether a word is the first of its sentence, as far as full stops and blank lines tell."""
        if place == 0:
            return True
        gap = self.text[self.ends[place - 1] : self.starts[place]]
        if gap == " ":
            return False
        if gap[:1] == "." and self.folded[place - 1] in _STOPPED:
            return False
        if any(c in ".!?:;" for c in gap):
            return True
        return "\n" in gap and (gap.count("\n") > 1 or _BULLET.search(gap) is not None)

    def sentence(self, place: int, most: int = SENTENCE) -> range:
        """Return the words of the sentence around a word, at most so many to each side."""
        if self._bounds is None:
            behind = {bisect_left(self.starts, mark.start()) for mark in _MARK.finditer(self.text)}
            places = sorted(behind - {0, len(self)})
            self._bounds = [0, *filter(self.starts_sentence, places)]
        following = bisect_right(self._bounds, place)
        stop = self._bounds[following] if following < len(self._bounds) else len(self)
        return range(max(self._bounds[following - 1], place - most), min(stop, place + most + 1))

    def end(self, place: int) -> int:
        """Return where a word ends in the text, without a possessive `’s`."""
        end = self.ends[place]
        tail = self.text[end - 2 : end]
        possessive = len(tail) == 2 and tail[0] in _APOSTROPHES and tail[1] in "sS"
        return end - 2 if possessive and end - self.starts[place] > 2 else end
