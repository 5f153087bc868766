"""Words -> the articles of the Convention that they name: `Articles 1, 4 and 5(1)(a)`, `Article VII`."""

from __future__ import annotations

from bisect import bisect_left

from treatycli.folding import NUMERALS, ONES, ROMAN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatycli.gloss.stretch import Words

LAST = 22
"""The number of the Convention's last article."""
_SINGULAR, _PLURAL = ("article", "art"), ("articles", "arts")
_SHORT = ("art", "arts")
_DASHES = frozenset("-‐‑–")
_RANGES = _DASHES | {"to", "through"}
_OURS = frozenset(
    "ottawa mine mines landmine landmines antipersonnel anti apm ap apmbc mbt aplc prohibition".split()
)
_ELSEWHERE = frozenset(
    (
        "charter vienna protocol protocols constitution geneva covenant nato atlantic eu european tfeu rome"
        " statute statutes ccw ccm crpd echr iccpr icescr pact law laws code agreement regulation regulations"
        " contract rules order act cluster certain rights genocide chemical biological torture refugee"
        " sea union court"
    ).split()
)
"""What makes an article that of another instrument: `Article 51 of the UN Charter`."""
_ABOUT = frozenset(("on", "for", "against", "concerning"))
_BEFORE_NAME = _ABOUT | {"its", "this", "that", "said", "same"}
"""What may stand before the words that name an instrument: `Article 3 of the Convention against Torture`."""
_FINAL = frozenset(("and", "or", "&"))
_UNITS = frozenset(
    "day days year years minute minutes hour hours week weeks month months times per percent".split()
)
"""What makes another thing of a number behind a small letter: `the article 5 days later`."""
_PARAGRAPHS = 6
"""How many paragraphs may stand behind an article: `5(1)(a)`."""
_JOINTS = (",", "and", "or", "to", "-", "–", "&")


class Named:
    """An article that is named: its number, first and last word, and where it starts and ends in the text."""

    __slots__ = ("first", "last", "number", "span")

    def __init__(self, words: Words, article: int, number: int, span: tuple[int, int]) -> None:
        start, end = self.span = span
        self.number = number
        self.first = max(article, bisect_left(words.ends, start + 1))
        self.last = max(self.first, min(bisect_left(words.ends, end - 1), len(words) - 1))


def articles_in(words: Words) -> Iterator[Named]:
    """Yield the articles that words name, unless they are those of another treaty."""
    for place, word in enumerate(words.folded):
        if word in _SINGULAR or word in _PLURAL:
            named = list(_numbers(words, place, plural=word in _PLURAL))
            if named and not _is_elsewhere(words, place, named[-1][2]):
                for number, start, end in named:
                    yield Named(words, place, number, (start, end))


def _numbers(words: Words, place: int, *, plural: bool) -> Iterator[tuple[int, int, int]]:
    """Yield each article's number with where it stands; the first from the word `Article` on."""
    text, start = words.text, words.starts[place]
    following = place + 1
    if following == len(words):
        return
    gap = words.gap(following)
    if (gap.removeprefix(".") if words.folded[place] in _SHORT else gap).strip():
        return
    number, end = _number_at(words, following)
    written = text[words.starts[following] : end]
    if text[start].islower() and (written[:1].isupper() or _is_measured(words, end)):
        return
    if 1 <= number <= LAST:
        yield number, start, end
    is_last = not plural
    while number:
        joint, following = _joint(words, end)
        start = words.starts[following] if joint else 0
        further, end = _number_at(words, following) if joint else (0, end)
        if not 1 <= further <= LAST or (is_last and joint not in (_RANGES if plural else _DASHES)):
            return
        if joint in _RANGES:
            for between in range(number + 1, further):
                yield between, start, end
        yield further, start, end
        number = further
        is_last = is_last or joint in _FINAL


def _is_measured(words: Words, end: int) -> bool:
    """Tell whether a number is one of days or the like, so that no article is meant: `article 5 days`."""
    following = bisect_left(words.starts, end)
    return (
        following < len(words)
        and words.folded[following] in _UNITS
        and not words.text[end : words.starts[following]].strip()
    )


def _joint(words: Words, end: int) -> tuple[str, int]:
    """Return what joins the number that ends here to a next one, and the place of that; empty if nothing."""
    following = bisect_left(words.starts, end)
    if following == len(words):
        return "", following
    between = "".join(words.text[end : words.starts[following]].split())
    word = words.folded[following]
    if word in ("and", "or", "to", "through") and between in ("", ",") and (not between or word in _FINAL):
        is_near = following + 1 < len(words) and not words.gap(following + 1).strip()
        return (word, following + 1) if is_near else ("", following)
    between = between.removeprefix(",") or between
    return (between, following) if between in (",", "&") or between in _DASHES else ("", following)


def _number_at(words: Words, place: int) -> tuple[int, int]:
    """Return the number of an article that a word is, and where it ends with its paragraphs; 0 if none."""
    text, start, end = words.text, words.starts[place], words.ends[place]
    shown = text[start:end]
    if shown[0].isdecimal():
        digits = len(shown) - len(shown.lstrip("0123456789"))
        if digits > 2 or text[start + digits : start + digits + 1] == "%":
            return 0, end
        parts = shown.split(".")
        is_whole = all(part.isdecimal() and len(part) < 3 for part in parts)
        return int(shown[:digits] or 0), _behind_paragraphs(text, end if is_whole else start + digits)
    number = _in_words(words, place)
    if number > LAST:
        return 0, end
    if number == 20 and place + 1 < len(words) and words.gap(place + 1) == "-":
        ones = words.folded[place + 1]
        if ones in ONES:
            number, end = 20 + NUMERALS.index(ones) + 1, words.ends[place + 1]
    return number, _behind_paragraphs(text, end)


def _in_words(words: Words, place: int) -> int:
    """Return the number of 1 to 22 that a numeral or a Roman one in capitals is, else 0."""
    shown, folded = words.shown(place, place), words.folded[place]
    if folded in NUMERALS:
        return NUMERALS.index(folded) + 1
    if folded not in ROMAN or not shown.isupper() or (shown == "I" and not _ends_name(words, place)):
        return 0
    return ROMAN.index(folded) + 1


def _ends_name(words: Words, place: int) -> bool:
    """Tell whether `I` is a number and not somebody who speaks: a mark, the end, or of, and, to follow."""
    if place + 1 == len(words):
        return True
    gap = words.gap(place + 1)
    return gap.strip()[:1] in tuple(",.;:()") or "\n" in gap or words.folded[place + 1] in ("of", "and", "to")


def _behind_paragraphs(text: str, end: int) -> int:
    """Return where the paragraphs end that follow an article: `(1)`, `(a) and (b)`."""
    place = end
    for _ in range(_PARAGRAPHS):
        place = _behind_spaces(text, place)
        within, closed, _ = text[place + 1 : place + 6].partition(")")
        if text[place : place + 1] != "(" or not closed or not (within.isascii() and within.isalnum()):
            break
        end = place + len(within) + 2
        place = _behind_spaces(text, end)
        place += len(next((joint for joint in _JOINTS if text.startswith(joint, place)), ""))
    return end


def _behind_spaces(text: str, place: int) -> int:
    for _ in range(2):
        place += text[place : place + 1].isspace()
    return place


def _is_elsewhere(words: Words, place: int, end: int) -> bool:
    """Tell whether the words around an article's number name another instrument than the Convention."""
    if place and words.folded[place - 1] == "common":
        return True
    following = bisect_left(words.starts, end)
    reached = min(len(words), following + 10)
    behind = words.folded[following : min(reached, following + 5)]
    if behind[:1] in (["of"], ["under"], ["in"]) and not _OURS.isdisjoint(behind):
        return False
    for i in range(max(0, place - 2), place):
        if words.folded[i] in _ELSEWHERE and not words.starts_sentence(i + 1):
            return True
    if following >= reached or words.starts_sentence(following):
        return False
    if words.folded[following] in ("nato", "tfeu", "echr"):
        return True
    while (following < reached and words.folded[following] in ("paragraph", "paragraphs")) or (
        following < reached and words.folded[following].isdecimal()
    ):
        following += 1
    if following >= reached or words.folded[following] not in ("of", "under", "in"):
        return False
    named = False
    for i in range(following + 1, reached):
        word = words.folded[i]
        if words.starts_sentence(i) or word in _OURS:
            return False
        if word in _ELSEWHERE:
            return True
        if word in ("convention", "treaty", "conventions"):
            if named:
                return True
            if i + 1 >= reached or words.folded[i + 1] not in _ABOUT:
                return False
        elif words.shown(i, i)[:1].isupper() and word not in ("un", "united", "nations", "1997"):
            named = True
        elif i > following + 1 and not named and word not in _BEFORE_NAME:
            return False
    return False
