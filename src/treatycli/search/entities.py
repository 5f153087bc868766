"""A text to its words, and the states, groups, articles and dates that are named in them.

Texts are read so when the index is made, and questions when they are asked: a name of several words,
or one of many names, is one sign in the index (`=LTU`, `=EU`, `=article/5`, `@2025-06-27`).
"""

from __future__ import annotations

from treatycli.dates import MONTHS
from treatycli.folding import fold
from treatycli.search.idioms import PHRASES, STOP_WORDS
from treatycli.values import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from treatycli.package import Package

    Line = Sequence[str]
    Lines = Callable[[str], Iterable[Line]]
    """A first word to the names that begin with it: folded, table, id, how, as written."""

NAMES, GROUPS = "names_by_fold", "groups_by_fold"
TABLES = ("groups", "articles", "states", "areas")
"""What is read as a name wherever it stands; of two of one length the earlier table counts."""
_HOWS = ("name", "alias", "adjective", "ambiguous", "form", "id")
_BARE = frozenset(("us", "usa", "uk", "uae", "drc", "dprk", "nz"))
"""Abbreviations that people type in small letters; others are words as well (`car`, `opt`)."""
_MOST = 4
"""The most states that one name may mean: `USSR` names none."""
_MONTHS = {name.lower(): f"{number:02}" for number, name in enumerate(MONTHS, 1)}
_MONTHS |= {name[:3]: number for name, number in _MONTHS.items()}
_PHRASES: dict[str, list[tuple[list[str], list[str]]]] = {}
for _phrase, _instead in PHRASES.items():
    _PHRASES.setdefault(_phrase.partition(" ")[0], []).append((_phrase.split(), _instead.split()))


class Span(Record):
    """Words that name something: where they start and end, its table, and what it may be."""

    start: int
    end: int
    table: str
    ids: tuple[str, ...]

    @property
    def signs(self) -> tuple[str, ...]:
        """What stands for it in the index."""
        if self.table == "dates":
            return self.ids
        prefix = "=article/" if self.table == "articles" else "="
        return tuple(prefix + key for key in self.ids)


def words_in(text: str) -> tuple[list[str], list[bool]]:
    """Return the words of a text, folded, thousands unseparated, and whether each was in capitals.

    Several words that are one for a search (`pull out`) are that one.
    """
    words: list[str] = []
    capitals: list[bool] = []
    for token in text.split():
        bare = token.strip(",.;:()")
        if bare.isascii() and bare.isalpha():
            folded = [bare.lower()] if bare.lower() != "the" else []
        elif "," in token and token[0].isdigit():
            folded = fold(token.replace(",", "") if token[-1] != "," else token[:-1].replace(",", "")).split()
        elif "." in token and token.isupper() and token.replace(".", "").isalpha():
            folded = [token.replace(".", "").lower()]  # U.S.
        else:
            folded = fold(token).split()
        words += folded
        capitals += [token.isupper()] * len(folded)
    for place, word in reversed([*enumerate(words)]):
        for phrase, instead in _PHRASES.get(word, ()):
            if words[place : place + len(phrase)] == phrase:
                words[place : place + len(phrase)] = instead
                capitals[place : place + len(phrase)] = [False] * len(instead)
                break
    if len(words) > 1 and all(capitals):  # a text all in capitals says nothing by them
        capitals = [False] * len(words)
    return words, capitals


def lines_of(package: Package) -> Lines:
    """Return how a package's names are looked up by their first word."""

    def lines(word: str) -> list[Line]:
        named: list[Line] = []
        for typed in (word, word[:-1]) if word.endswith("s") else (word,):
            for folded, group in _both(package, GROUPS, typed):
                named.append((folded, "groups", group, "name", ""))
            named += _both(package, NAMES, typed)
        return named

    return lines


def _both(package: Package, section: str, word: str) -> list[list[str]]:
    return [*package.linked(section, word), *package.starting(section, word + " ")]


def read(
    words: Sequence[str], capitals: Sequence[bool], lines: Lines, tables: Sequence[str] = TABLES
) -> list[Span]:
    """Return the names of these tables in a text, and its dates, from left to right, the longest first."""
    spans: list[Span] = []
    place = 0
    while place < len(words):
        word = words[place]
        span = None
        if word[:1].isdigit() or word in _MONTHS:
            span = _date(words, place)
        elif word not in STOP_WORDS and (named := lines(word)):
            span = name_at(words, capitals, place, named, tables)
        if span:
            spans.append(span)
        place = span.end if span else place + 1
    return spans


def name_at(
    words: Sequence[str], capitals: Sequence[bool], place: int, lines: Iterable[Line], tables: Sequence[str]
) -> Span | None:
    """Return the longest name that stands at a place."""
    best: tuple[int, int, int] = (0, 0, 0)
    ids: dict[str, None] = {}
    for folded, table, key, how, label in lines:
        if table not in tables or not (how in _HOWS or (how == "code" and _is_code(folded))):
            continue
        name = folded.split(" ")
        length = len(name)
        typed = words[place : place + length]
        if typed != name and not (typed[:-1] == name[:-1] and typed[-1:] == [name[-1] + "s"]):
            continue
        if not capitals[place] and _is_short(folded, table, how, label):
            continue
        how_well = (length, -tables.index(table), -_HOWS.index(how) if how in _HOWS else 0)
        if how_well > best:
            best, ids = how_well, {}
        if how_well == best:
            ids[key] = None
    if not ids or len(ids) > _MOST:
        return None
    return Span(place, place + best[0], tables[-best[1]], tuple(ids))


def _is_short(folded: str, table: str, how: str, label: str) -> bool:
    """Tell whether a name is an abbreviation that is a word as well, unless in capitals: `CAR`, `AT`."""
    few = len(folded) < (3 if table == "terms" else 5)
    return folded not in _BARE and (how == "code" or (few and label.isupper()))


def _is_code(folded: str) -> bool:
    """Tell whether a code may be read within a text: those of two letters are words of it (`IN`, `AT`)."""
    return len(folded) == 3 or folded in _BARE


def _date(words: Sequence[str], place: int) -> Span | None:
    """Return the date that stands at a place: `27 June 2025`, `June 27`, `June 2025`, `2025-06-27`."""
    a, b, c = (*words[place : place + 3], "", "", "")[:3]
    if _is_year(a):
        if _is_part(b, 12):
            return _dated(place, 3, a, b, c) if _is_part(c, 31) else _dated(place, 2, a, b)
        return _dated(place, 1, a)
    if a in _MONTHS:
        if _is_year(b):
            return _dated(place, 2, b, _MONTHS[a])
        if _is_day(b):
            return _dated(place, 3, c, _MONTHS[a], b) if _is_year(c) else _yearly(place, _MONTHS[a], b)
    if _is_day(a) and b in _MONTHS:
        return _dated(place, 3, c, _MONTHS[b], a) if _is_year(c) else _yearly(place, _MONTHS[b], a)
    return None


def _is_year(word: str) -> bool:
    return len(word) == 4 and word[:2] in ("19", "20") and word.isdigit()


def _is_day(word: str) -> bool:
    return word.isdigit() and len(word) < 3


def _is_part(word: str, most: int) -> bool:
    return len(word) == 2 and word.isdigit() and 0 < int(word) <= most


def _dated(place: int, length: int, *parts: str) -> Span:
    """Return a date as all that holds it: its year, its month, its day."""
    year, month, day = (*parts, "", "")[:3]
    signs = [f"@{year}"]
    if month:
        signs.append(f"@{year}-{month}")
    if day:
        signs += (f"@{year}-{month}-{day:>02}", f"@{month}-{day:>02}")
    return Span(place, place + length, "dates", tuple(signs))


def _yearly(place: int, month: str, day: str) -> Span:
    """Return a day of any year."""
    return Span(place, place + 2, "dates", (f"@{month}-{day:>02}",))
