"""What counts in a text: a name's letters without case and marks; and no character that can do harm.

A leaf: it imports nothing of the package, so whoever compares names or shows text may use it.
"""

from __future__ import annotations

LONGEST = 1000
"""The most characters that a name may have; what is longer is no name."""
_LETTERS = str.maketrans(
    {
        "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe",
        "ı": "i", "'": "", "’": "", "‘": "", "ʼ": "", "`": "", "ʻ": "",
    }
)  # fmt: skip
_ASCII = {code: " " for code in range(128) if not chr(code).isalnum()} | {ord("'"): "", ord("`"): ""}
_HIDDEN = {0x061C, 0x200B, 0x200E, 0x200F, 0xFEFF, *range(0x2028, 0x202F), *range(0x2060, 0x206A)}
"""Marks of direction, separators of lines, and characters of no width."""

_ARTICLE = ("article", "articles", "art", "arts", "no", "number")
_PARTS = frozenset(
    "paragraph paragraphs para paras subparagraph lit and to of convention treaty ottawa mine ban".split()
)
"""What may stand behind the number of an article and names nothing else."""
NUMERALS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen twenty twenty-one twenty-two"
).split()
ROMAN = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii".split()
"""The numbers from 1 to 22, the Convention's last article, in words, and as many treaties write theirs."""
ONES = NUMERALS[:9]
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def fold(text: str) -> str:
    """Reduce a name to what counts: letters and digits, lower case, no marks, no `the`, one space.

    `Côte d'Ivoire` gives `cote divoire`, `State-Party` gives `state party`. The time grows with the
    length of the text, whatever it holds.
    """
    text = text.casefold()
    words = text.translate(_ASCII) if text.isascii() else _plain(text)
    kept = [word for word in words.split() if word != "the"]
    return " ".join(kept)


def article_number(text: str) -> str:
    """Return the key of an article as people write it: `5`, `Art. 5(1)`, `art5` and `V` give `5`."""
    words = [word for word in fold(text).split() if word not in _ARTICLE]
    number = words[0].removeprefix("article").removeprefix("art") if words else ""
    if number in ROMAN:
        return str(ROMAN.index(number) + 1)
    return "Preamble" if number == "preamble" else number.lstrip("0")


def article_beyond(text: str) -> str:
    """Return the words that stand behind the article that a text names: `5(1) Ukraine` gives `ukraine`."""
    words = [word for word in fold(text).split() if word not in _ARTICLE]
    return " ".join(word for word in words[1:] if not (word.isdigit() or len(word) == 1 or word in _PARTS))


def notification_numbers(text: str) -> list[str]:
    """Return the numbers of a depositary notification, [] if it is none: `C.N.362.2025` is 362 of 2025."""
    words = fold(text).split()
    is_one = "".join(words).startswith("cn")
    return [word.removeprefix("cn") for word in words if is_one and word.removeprefix("cn").isdigit()]


def _plain(text: str) -> str:
    """Return a text without marks and punctuation.

    Marks are sorted by NFKD, in a time that grows with the square of their number where nothing
    stands between them: so a long text is taken in pieces.
    """
    from unicodedata import normalize

    text = text.replace("´", "'")  # which NFKD takes for a space with an accent
    pieces = [normalize("NFKD", text[at : at + LONGEST]) for at in range(0, len(text), LONGEST)]
    text = "".join(c for piece in pieces for c in piece if not _is_mark(c)).translate(_LETTERS)
    return "".join(c if c.isalnum() or (c > "\u02ff" and c.isprintable()) else " " for c in text)


def _is_mark(c: str) -> bool:
    """Tell whether a character is an accent, a Hebrew point or an Arabic vowel sign."""
    return "\u0300" <= c <= "\u036f" or "\u0591" <= c <= "\u05c7" or "\u064b" <= c <= "\u0652"


def clean(text: str, keep: str = "") -> str:
    """Return the text with U+FFFD for each control, direction, zero-width and surrogate character.

    Those in `keep` (line end, tab) stay.
    """
    if text.isprintable():
        return text
    return "".join(c if c in keep or _safe(c) else "\ufffd" for c in text)


def unsafe(text: str) -> bool:
    """Tell whether a text holds a character that `clean` replaces."""
    return clean(text) != text


def _safe(character: str) -> bool:
    code = ord(character)
    control = code < 0x20 or 0x7F <= code < 0xA0
    return not (control or 0xD800 <= code <= 0xDFFF or code in _HIDDEN)
