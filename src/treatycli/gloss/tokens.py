"""What stands between two spaces -> its words as they count: without case, marks and possessive `’s`.

Regular expressions would find them as well, but to import and compile those takes as long as all the
rest of a short text.
"""

from __future__ import annotations

from treatycli.folding import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    Piece = tuple[str, int, int]
    """A word of a chunk: folded, and where it starts and ends there."""

UNSEEN = frozenset(("\u00ad", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", *map(chr, range(768, 880))))
"""What may stand inside a word and is no letter: soft hyphen, zero-width characters, accents."""
APOSTROPHES = "'’ʼ‘´`ʻ"
_DROPPED = dict.fromkeys(map(ord, UNSEEN))
_MEETINGS = frozenset(f"{number}msp" for number in range(1, 31))
"""The meetings by number, all of them one word to the forms: `10MSP` is read as `22MSP` is."""

_LONGEST_KEPT = 40
_MOST_KEPT = 20_000


class _Pieces(dict[str, "list[Piece]"]):
    """The words of what stands between two spaces; most of a text is the same few thousand."""

    def __missing__(self, chunk: str) -> list[Piece]:
        found = [(folded_word(chunk[start:end]), start, end) for start, end in _bounds(chunk)]
        if len(chunk) <= _LONGEST_KEPT:
            if len(self) > _MOST_KEPT:
                self.clear()
            self[chunk] = found
        return found


PIECES = _Pieces()
"""The words of each chunk: folded, with where each starts and ends in it."""


def _bounds(chunk: str) -> Iterator[tuple[int, int]]:
    """Yield where each word of a chunk starts and ends: `U.S.`, `6,279`, `3.3`, `don't`, `%`.

    Each character is looked at a fixed number of times, so that a text without spaces costs no more.
    """
    if chunk.isalnum():
        yield 0, len(chunk)
        return
    place = 0
    while place < len(chunk):
        if not chunk[place].isalnum():
            if chunk[place] == "%":
                yield place, place + 1
            place += 1
            continue
        end = _dotted(chunk, place) or _number(chunk, place) or _plain_word(chunk, place)
        yield place, end
        place = end


def _dotted(chunk: str, start: int) -> int:
    """Return where capitals with full stops end that start here (`U.S.`), 0 if there are not two."""
    end = start
    while "A" <= chunk[end : end + 1] <= "Z" and chunk[end + 1 : end + 2] == ".":
        end += 2
    return end if end > start + 2 else 0


def _number(chunk: str, start: int) -> int:
    """Return where a number with commas or points ends that starts here, 0 if it has none."""
    end, last = _digits(chunk, start), 0
    mark = chunk[end : end + 1]
    if end == start or mark not in (",", ".") or (mark == "," and end > start + 3):
        return 0
    while chunk[end : end + 1] == mark:
        following = _digits(chunk, end + 1)
        is_group = following == end + 4 if mark == "," else following > end + 1
        if not is_group or chunk[following : following + 1].isalnum():
            break
        last = end = following
    return last


def _digits(chunk: str, start: int) -> int:
    while chunk[start : start + 1].isdecimal():
        start += 1
    return start


def _plain_word(chunk: str, start: int) -> int:
    """Return where letters and digits end that start here, with what may stand between them."""
    end = start + 1
    while end < len(chunk):
        between = chunk[end] in APOSTROPHES and chunk[end + 1 : end + 2].isalnum()
        if not (chunk[end].isalnum() or chunk[end] in UNSEEN or between):
            break
        end += 1
    return end


def folded_word(word: str) -> str:
    """Reduce a word to what counts: `Landmines` gives `landmines`, `6,279` gives `6279`, `%` `percent`."""
    if word.isascii() and word.isalnum():
        folded = word.lower()
        return "1msp" if folded in _MEETINGS else folded
    if word == "%":
        return "percent"
    plain = word.translate(_DROPPED)
    if plain[:1].isdigit() and "." in plain:
        return plain
    if len(plain) > 2 and plain[-2] in APOSTROPHES and plain[-1] in "sS":
        plain = plain[:-2]
    return fold(plain).replace(" ", "")


def form_words(form: str) -> tuple[str, ...]:
    """Return the folded words of a form, without `the`."""
    words = (folded for chunk in form.split() for folded, _, _ in PIECES[chunk])
    return tuple(word for word in words if word and word != "the")


def in_capitals(text: str) -> bool:
    """Tell whether more than half of the letters of a text are capitals: `NATO`, `UAE's`."""
    letters = [c for c in text if c.isalpha()]
    return sum(c.isupper() for c in letters) > len(letters) / 2
